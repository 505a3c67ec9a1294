import { crc32, inflateRawSync } from 'node:zlib';
import { TableRefusal, tableLimits } from '../table';

const broken = (what: string) => new TableRefusal(`Файл повреждён: ${what}. Откройте его в Excel и сохраните заново.`);
const tooBig = () =>
  new TableRefusal('Файл слишком велик: в распакованном виде больше 50 МБ. Оставьте в книге один лист с данными.');

type Entry = { name: string; method: number; flags: number; sum: number; packed: number; size: number; offset: number };

/** The parts of a packed file by name; each is unpacked when it is asked for. */
export type Parts = { has: (name: string) => boolean; read: (name: string) => Uint8Array };

/**
 * Opens a ZIP within the limits (T-044): the list of contents at the end of the file, parts that begin at its first byte,
 * nothing enciphered, no name twice or out of the folder; all that is unpacked together has its limit.
 */
export function unpack(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of listed(view, bytes)) {
    if (entries.has(entry.name)) throw broken(`часть «${entry.name}» записана дважды`);
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|:/.test(entry.name)) throw broken('недопустимое имя части');
    if (entry.flags & 1) throw new TableRefusal('Файл защищён паролем. Снимите пароль и сохраните его заново.');
    entries.set(entry.name, entry);
  }
  if (![...entries.values()].some(({ offset }) => offset === 0))
    throw broken('перед таблицей стоит что-то постороннее');
  if ([...entries.values()].reduce((sum, { size }) => sum + size, 0) > tableLimits.unpacked) throw tooBig();
  let left: number = tableLimits.unpacked;
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw broken(`нет части «${name}»`);
      const part = unpacked(view, bytes, entry, left);
      left -= part.length;
      return part;
    },
  };
}

/** What the list of contents says. */
function listed(view: DataView, bytes: Uint8Array): Entry[] {
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw broken('нет конца файла, он обрывается');
  const count = view.getUint16(end + 10, true);
  if (count > tableLimits.entries) throw new TableRefusal(`Это не таблица: в файле ${count} частей.`);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw broken('испорчен список частей');
    const nameLength = view.getUint16(at + 28, true);
    const entry = {
      name: textOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

function unpacked(view: DataView, bytes: Uint8Array, entry: Entry, most: number): Uint8Array {
  const { name, offset, packed, method, sum } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken(`нет начала «${name}»`);
  const nameEnd = offset + 30 + view.getUint16(offset + 26, true);
  if (textOf(bytes.subarray(offset + 30, nameEnd)) !== name) throw broken(`часть «${name}» названа по-разному`);
  const from = nameEnd + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) throw broken(`часть «${name}» обрывается`);
  const content = inflated(bytes.subarray(from, from + packed), method, most, name);
  if (crc32(content) !== sum) throw broken(`часть «${name}» испорчена`);
  return content;
}

function inflated(content: Uint8Array, method: number, most: number, name: string): Uint8Array {
  if (method === 0) return content;
  if (method !== 8) throw broken(`часть «${name}» сжата незнакомым способом`);
  if (most < 1) throw tooBig();
  try {
    return inflateRawSync(content, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) throw tooBig();
    throw broken(`часть «${name}» не распаковывается`);
  }
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8').decode(bytes);
