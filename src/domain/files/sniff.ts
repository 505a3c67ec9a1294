import { type FileKind, fileLimits } from './kinds';
import { zipEntries, zipTail } from './zip-names';

/** Why a content is none of those that may be attached; the Russian sentence stands in the words of the feature. */
export type ContentRefusal = 'empty' | 'tooLarge' | 'markup' | 'polyglot' | 'macros' | 'unknown';

export type ContentVerdict = { kind: FileKind } | { refused: ContentRefusal };

/** Watches a content that streams by. */
export type Sniffer = { add: (piece: Uint8Array) => void; verdict: () => ContentVerdict };

const headLength = 4096;
const zipEnd = [0x50, 0x4b, 0x05, 0x06];
/** Where readers of archives look for the end of one: it may have a comment of 64 kB. */
const zipEndWithin = 22 + 0xffff;
/** What a browser would take for a page, a drawing that runs scripts, or a program of a server. */
const markup = /<(?:!doctype|html|script|iframe|svg|\?php)/i;
const markupOfText = /<(?:!doctype|html|script|iframe|svg|\?php|\?xml|%)/i;

const beginnings: readonly { kind: FileKind | 'zip'; bytes: readonly number[] }[] = [
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
];

/**
 * Tells a content's kind by its bytes alone (T-047), keeping its first 4 kB and its last 512 kB. The beginning says what it
 * is, and nothing of another kind may stand beside: a picture or a PDF with markup at its head or a packed archive at its
 * end is refused.
 */
export function sniffer(): Sniffer {
  let head = new Uint8Array(0);
  let tail = new Uint8Array(0);
  let size = 0;
  let plain = true;
  return {
    add: (piece) => {
      if (head.length < headLength) head = joined(head, piece.subarray(0, headLength - head.length));
      tail = joined(tail.subarray(Math.max(0, tail.length + piece.length - zipTail)), piece.subarray(-zipTail));
      size += piece.length;
      plain &&= isPlain(piece);
    },
    verdict: () => judge({ head, tail, size, plain }),
  };
}

type Seen = { head: Uint8Array; tail: Uint8Array; size: number; plain: boolean };

function judge({ head, tail, size, plain }: Seen): ContentVerdict {
  if (size === 0) return { refused: 'empty' };
  if (size > fileLimits.file) return { refused: 'tooLarge' };
  const kind = beginnings.find(({ bytes }) => bytes.every((byte, place) => head[place] === byte))?.kind;
  if (kind === 'zip') return packed(head, tail, size);
  if (kind === undefined && !plain) return { refused: 'unknown' };
  if (kind === undefined)
    return markupOfText.test(latin(head.subarray(0, 512))) ? { refused: 'markup' } : { kind: 'txt' };
  if (markup.test(latin(head))) return { refused: 'polyglot' };
  if (hasZipEnd(tail.subarray(-zipEndWithin)) || !endsAs(kind, tail)) return { refused: 'polyglot' };
  return { kind };
}

/** Office documents are told by the names in their list of contents; archives of any other content are refused. */
function packed(head: Uint8Array, tail: Uint8Array, size: number): ContentVerdict {
  const entries = zipEntries(tail, size);
  if (!entries?.some(({ offset }) => offset === 0)) return { refused: 'polyglot' };
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length || names.has('META-INF/MANIFEST.MF')) return { refused: 'polyglot' };
  if ([...names].some((name) => /(^|\/)(vbaProject\.bin|Basic\/)/i.test(name))) return { refused: 'macros' };
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return { kind: 'docx' };
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.xml')) return { kind: 'xlsx' };
  const declared = latin(head.subarray(30, 77));
  if (names.has('content.xml') && declared === 'mimetypeapplication/vnd.oasis.opendocument.text')
    return { kind: 'odt' };
  return { refused: 'unknown' };
}

/** A PDF says at its end that it is over, a PNG ends with its last part; cameras write what they like after a JPEG. */
function endsAs(kind: FileKind, tail: Uint8Array): boolean {
  if (kind === 'pdf') return latin(tail.subarray(-1024)).includes('%%EOF');
  return kind !== 'png' || latin(tail.subarray(-8, -4)) === 'IEND';
}

function hasZipEnd(tail: Uint8Array): boolean {
  for (let at = tail.indexOf(0x50); at !== -1; at = tail.indexOf(0x50, at + 1)) {
    if (zipEnd.every((byte, place) => tail[at + place] === byte)) return true;
  }
  return false;
}

/** Text of any one-byte encoding or UTF-8: no control character but tabs, line and page ends. */
function isPlain(piece: Uint8Array): boolean {
  return piece.every((byte) =>
    byte >= 0x20 ? byte !== 0x7f : byte === 9 || byte === 10 || byte === 12 || byte === 13,
  );
}

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
