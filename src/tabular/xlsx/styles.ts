import type { Parts } from './unpack';
import { readXml } from './xml';

/** How a number shows: as a day, a time of day, both, or with zeros before it. */
export type NumberLook = { kind: 'date' | 'time' | 'instant' } | { kind: 'padded'; digits: number } | { kind: 'plain' };

const plain: NumberLook = { kind: 'plain' };

/** The looks of a workbook's styles by their number. */
export function readStyles(parts: Parts, path: string | undefined): readonly NumberLook[] {
  if (path === undefined || !parts.has(path)) return [];
  const formats = new Map<number, string>();
  const looks: NumberLook[] = [];
  let within = '';
  readXml(parts.read(path), path, {
    open: (name, attribute) => {
      if (name === 'cellXfs') within = name;
      if (name === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'xf' && within === 'cellXfs') looks.push(lookOf(Number(attribute('numFmtId') ?? 0), formats));
    },
    close: (name) => {
      if (name === within) within = '';
    },
  });
  return looks;
}

/** Formats below 164 are Excel's own; 27–36 and 50–58 are days in its Asian editions. */
function lookOf(id: number, formats: ReadonlyMap<number, string>): NumberLook {
  const own = formats.get(id);
  if (own !== undefined) return lookOfCode(own);
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58))
    return { kind: 'date' };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 33) || (id >= 45 && id <= 47)) return { kind: 'time' };
  return id === 22 ? { kind: 'instant' } : plain;
}

function lookOfCode(code: string): NumberLook {
  const positive = code.split(';')[0] ?? '';
  const bare = positive.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  const padded = /^0{2,}$/.exec(bare);
  if (padded) return { kind: 'padded', digits: bare.length };
  if (/general|основной/i.test(bare)) return plain;
  const [day, time] = [/[dy]/i.test(bare), /[hs]/i.test(bare)];
  if (day && time) return { kind: 'instant' };
  if (time) return { kind: 'time' };
  return day || /m/i.test(bare) ? { kind: 'date' } : plain;
}
