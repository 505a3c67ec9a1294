import type { Parts } from './unpack';
import { readXml } from './xml';

/** The texts that the cells of a workbook share, by their number; runs of different looks are one text. */
export function readSharedStrings(parts: Parts, path: string | undefined): readonly string[] {
  if (path === undefined || !parts.has(path)) return [];
  const strings: string[] = [];
  let [text, inText, spoken] = ['', false, false];
  readXml(parts.read(path), path, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken = true;
      if (name === 't') inText = !spoken;
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') spoken = false;
      if (name === 'si') strings.push(storedText(text));
    },
  });
  return strings;
}

/** Signs that XML cannot hold come as «_x000D_»; line ends as one sign. */
export function storedText(text: string): string {
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\r\n', '\n');
}
