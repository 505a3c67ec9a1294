/** A packed document's list of contents: names as they stand in it, and where each entry begins. */
export type ZipEntry = { name: string; offset: number };

/** The longest end of a file in which its list of contents is looked for, in bytes. */
export const zipTail = 512 * 1024;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const mostEntries = 10_000;

/**
 * The list of contents at the end of a ZIP file of `size` bytes whose last bytes are `tail`; null when there is none that
 * is whole. The list must end where the file does and follow the entries at once: a file that is something else besides
 * has bytes before, between or after. Nothing is unpacked.
 */
export function zipEntries(tail: Uint8Array, size: number): ZipEntry[] | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const begin = view.getUint32(end + 16, true);
  const tailBegin = size - tail.byteLength;
  const whole = begin + length === tailBegin + end && view.getUint16(end + 8, true) === count;
  if (!whole || begin < tailBegin || count === 0 || count > mostEntries) return null;
  return readEntries(view, begin - tailBegin, end, count);
}

/** Place of the closing record whose comment reaches exactly to the end. */
function endRecord(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    return at + 22 + view.getUint16(at + 20, true) === view.byteLength ? at : null;
  }
  return null;
}

function readEntries(view: DataView, from: number, to: number, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = from;
  while (at + 46 <= to && view.getUint32(at, true) === entrySignature) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    if (next > to) return null;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, name);
    entries.push({ name: new TextDecoder().decode(bytes), offset: view.getUint32(at + 42, true) });
    at = next;
  }
  return at === to && entries.length === count ? entries : null;
}
