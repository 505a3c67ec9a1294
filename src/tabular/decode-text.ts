import { TableRefusal } from './table';

const binary = 'Это не таблица: в файле двоичные данные. Нужен файл XLSX или CSV.';

/** The text of a file by its mark, else UTF-8, else cp1251, which Excel writes. @throws TableRefusal */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\0')) throw new TableRefusal(binary);
  if (/^\s*<(!doctype|html|\?xml|svg|script|table)/i.test(text.slice(0, 500)))
    throw new TableRefusal('Это веб-страница или XML, а не таблица. Откройте файл в Excel и сохраните как XLSX.');
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return damagedOrCyrillic(bytes);
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new TableRefusal('Файл оборван: последний знак записан не целиком. Сохраните его заново.');
  }
}

/** What is nearly all good UTF-8 was damaged on its way; to take it for cp1251 would fill the college with «РџСЂ…». */
function damagedOrCyrillic(bytes: Uint8Array): string {
  const guess = new TextDecoder('utf-8').decode(bytes);
  const good = guess.match(/[а-яё]/gi)?.length ?? 0;
  const damaged = guess.match(/\uFFFD/g)?.length ?? 0;
  if (good > damaged * 20) throw new TableRefusal(`Файл повреждён: нечитаемый знак в строке ${lineOf(guess)}.`);
  const text = new TextDecoder('windows-1251').decode(bytes);
  // 98 is the one byte that cp1251 does not know
  if (/[\u0098\uFFFD]/.test(text))
    throw new TableRefusal(text.includes('\0') ? binary : `${binary} Строка ${lineOf(text)}.`);
  return text;
}

function lineOf(text: string): number {
  return text.slice(0, text.search(/[\u0098\uFFFD]/)).split('\n').length;
}
