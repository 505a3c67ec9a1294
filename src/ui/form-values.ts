/** What was typed into a dialog, in the shapes that commands take: an empty field is null. */
export const formText = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const formTextOrNull = (form: FormData, name: string): string | null => formText(form, name) || null;

export const formNumberOrNull = (form: FormData, name: string): number | null => {
  const text = formText(form, name);
  return text === '' ? null : Number(text.replace(',', '.'));
};

/** A chosen or typed number; nothing chosen is 0, which no command takes for an id. */
export const formNumber = (form: FormData, name: string): number => formNumberOrNull(form, name) ?? 0;

export const formNumbers = (form: FormData, name: string): number[] => form.getAll(name).map(Number);
