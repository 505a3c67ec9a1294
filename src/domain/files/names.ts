import { type FileKind, fileEndings } from './kinds';

const longest = 120;
/** Controls (line ends among them), marks that turn the direction of writing, and marks without width. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\ufeff]/gu;
/** What a path, a shell or Windows understands as more than a letter. */
const special = /[/\\:*?"<>|%]/g;
/** Devices of Windows. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name as it is kept and offered for download (T-047): the last part of a path, without controls and marks that make it
 * read otherwise (U+202E), without signs that mean something to a path, at most 120 characters. Null when its ending does
 * not suit the content: «отчёт.exe» is no PDF, whatever is inside.
 */
export function cleanName(given: string, kind: FileKind): string | null {
  const seen = given.toWellFormed().normalize('NFC').replace(unseen, '');
  const last = seen.split(/[/\\]|%2f|%5c/i).at(-1) ?? '';
  const tidy = last.replace(special, '_').replace(/\s+/g, ' ').trim();
  const [, base = '', ending = ''] = /^(.*)\.([^.]*)$/.exec(tidy) ?? [];
  if (!fileEndings[kind].includes(ending.toLowerCase())) return null;
  const plain = base.replace(/^[.\s]+|[.\s]+$/g, '');
  const safe = plain === '' || reserved.test(plain) ? `файл ${plain}`.trim() : plain;
  return `${[...safe].slice(0, longest).join('').trim()}.${ending.toLowerCase()}`;
}

/** RFC 6266 and 5987: an ASCII name for the oldest, the whole name for everybody else. */
export function attachmentHeader(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
