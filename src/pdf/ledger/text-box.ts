import { type FitRule, type Fitted, fitBox } from '../fit';
import type { FaceName } from '../fonts';
import { mm, type Sheet } from '../sheet';
import { centredBaseline } from './paper';

/** A rectangle in millimetres. */
export type Box = { x: number; y: number; width: number; height: number };

/** Fits a text into a box and centres it, or starts its lines at the left edge. */
export function drawInBox(
  sheet: Sheet,
  text: string,
  face: FaceName,
  box: Box,
  rule: FitRule,
  align: 'left' | 'centre' = 'centre',
): void {
  if (text === '') return;
  const fitted = fitBox(text, face, box.width * mm, box.height * mm, rule);
  drawFitted(
    sheet,
    fitted,
    face,
    align === 'left' ? box.x : box.x + box.width / 2,
    box.y + box.height / 2,
    rule.lead,
    align,
  );
}

/** Draws fitted lines around the height `middle`; `x` is their centre or their left edge. */
export function drawFitted(
  sheet: Sheet,
  { lines, size, scale }: Fitted,
  face: FaceName,
  x: number,
  middle: number,
  lead: number,
  align: 'left' | 'centre' = 'centre',
): void {
  let baseline = centredBaseline(middle - ((lines.length - 1) / 2) * ((size * lead) / mm), size);
  for (const line of lines) {
    if (align === 'left') sheet.text(x, baseline, line, face, size, scale);
    else sheet.textCentre(x, baseline, line, face, size, scale);
    baseline += (size * lead) / mm;
  }
}

/** Fits a text into `width` × `height` millimetres that stand on a baseline; further lines rise above it. */
export function drawOnLine(
  sheet: Sheet,
  text: string,
  face: FaceName,
  { x, baseline, width, height }: { x: number; baseline: number; width: number; height: number },
  rule: FitRule,
): void {
  if (text === '') return;
  const { lines, size, scale } = fitBox(text, face, width * mm, height * mm, rule);
  lines.forEach((line, i) => {
    sheet.text(x, baseline - (lines.length - 1 - i) * ((size * rule.lead) / mm), line, face, size, scale);
  });
}
