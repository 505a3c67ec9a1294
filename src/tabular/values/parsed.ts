/** What a cell means, or what is wrong with it: a Russian sentence without its place. */
export type Parsed<Value> = { value: Value } | { wrong: string };

/** Without spaces at the ends and with single ones inside; a spreadsheet's unbreakable spaces are spaces. */
export function tidy(text: string): string {
  return text.replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ').trim();
}

/** What a formula left that went wrong: «#ССЫЛКА!», «#N/A». */
export function isSheetError(text: string): boolean {
  return /^#(N\/A|Н\/Д|REF!|ССЫЛКА!|VALUE!|ЗНАЧ!|NAME\?|ИМЯ\?|DIV\/0!|ДЕЛ\/0!|NUM!|ЧИСЛО!|NULL!|ПУСТО!|SPILL!)$/i.test(
    text.trim(),
  );
}
