import type { AbsenceCode } from '../regulation/regulation';

const rows = [
  ['Backquote', 'ё'],
  ['KeyQ', 'й'],
  ['KeyW', 'ц'],
  ['KeyE', 'у'],
  ['KeyR', 'к'],
  ['KeyT', 'е'],
  ['KeyY', 'н'],
  ['KeyU', 'г'],
  ['KeyI', 'ш'],
  ['KeyO', 'щ'],
  ['KeyP', 'з'],
  ['BracketLeft', 'х'],
  ['BracketRight', 'ъ'],
  ['KeyA', 'ф'],
  ['KeyS', 'ы'],
  ['KeyD', 'в'],
  ['KeyF', 'а'],
  ['KeyG', 'п'],
  ['KeyH', 'р'],
  ['KeyJ', 'о'],
  ['KeyK', 'л'],
  ['KeyL', 'д'],
  ['Semicolon', 'ж'],
  ['Quote', 'э'],
  ['KeyZ', 'я'],
  ['KeyX', 'ч'],
  ['KeyC', 'с'],
  ['KeyV', 'м'],
  ['KeyB', 'и'],
  ['KeyN', 'т'],
  ['KeyM', 'ь'],
  ['Comma', 'б'],
  ['Period', 'ю'],
] as const;

const cyrillicByKey: ReadonlyMap<string, string> = new Map(rows);

/** The letter that the physical key (`KeyboardEvent.code`) bears in ЙЦУКЕН, whatever layout is on; null for other keys. */
export function physicalKeyToCyrillic(eventCode: string): string | null {
  return cyrillicByKey.get(eventCode) ?? null;
}

export type CodeMatch = {
  /** The code that the typed signs already are: shown at once. */
  readonly exact: AbsenceCode | null;
  /** Some longer code begins so: wait for the next letter, end with the next movement. */
  readonly prefix: boolean;
};

/** Matches what has been typed so far (Cyrillic, any case) against symbols and aliases. */
export function matchCode(codes: readonly AbsenceCode[], typed: string): CodeMatch {
  const sought = typed.trim().toLowerCase();
  let exact: AbsenceCode | null = null;
  let prefix = false;
  if (sought === '') return { exact, prefix };
  for (const code of codes) {
    for (const sign of [code.symbol, ...code.aliases]) {
      const own = sign.toLowerCase();
      if (own === sought) exact = code;
      else if (own.startsWith(sought)) prefix = true;
    }
  }
  return { exact, prefix };
}

const cyrillicByLook: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** A code from pasted text: any case, printed form too, Latin letters that look like Cyrillic ones allowed; null if none. */
export function codeFromText(codes: readonly AbsenceCode[], text: string): AbsenceCode | null {
  const plain = text.trim().toLowerCase();
  const folded = plain.replace(/[a-z]/g, (letter) => cyrillicByLook[letter] ?? letter);
  const means = (code: AbsenceCode, sought: string): boolean =>
    [code.symbol, code.printed, ...code.aliases].some((sign) => sign.toLowerCase() === sought);
  return codes.find((code) => means(code, plain)) ?? codes.find((code) => means(code, folded)) ?? null;
}
