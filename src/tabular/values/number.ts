import { type Parsed, tidy } from './parsed';

/** A whole number within bounds from «36», «36,0», «1 200». */
export function parseWhole(text: string, [least, most]: readonly [number, number]): Parsed<number> {
  const bare = tidy(text);
  const found = /^([+-]?\d{1,9})([.,]0+)?$/.exec(bare.replaceAll(' ', ''));
  if (!found) return { wrong: `«${bare}» не целое число` };
  const value = Number(found[1]);
  return value >= least && value <= most ? { value } : { wrong: `Число ${value} должно быть от ${least} до ${most}` };
}
