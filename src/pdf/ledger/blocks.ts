import { mm, type Sheet } from '../sheet';
import { textWidth } from '../text-width';
import { type RichLine, type TextRun, wrapRuns } from '../wrap';
import type { LedgerCourse, LedgerSignature } from './book';
import type { LedgerLabels } from './labels';
import { type Frame, weight } from './paper';
import { drawOnLine } from './text-box';

/** Something of known height that flows down a page; heights in millimetres. */
export type Block = { height: number; draw(sheet: Sheet, frame: Frame, top: number): void };

export const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

/** Draws blocks one under another. */
export function drawBlocks(sheet: Sheet, frame: Frame, top: number, blocks: readonly Block[]): void {
  let y = top;
  for (const block of blocks) {
    block.draw(sheet, frame, y);
    y += block.height;
  }
}

export const space = (height: number): Block => ({ height, draw: () => undefined });

/** A paragraph, one block a line, so that it may break over pages. */
export function paragraph(runs: readonly TextRun[], size: number, lead: number, width: number): Block[] {
  return wrapRuns(runs, size, width * mm).map((line) => ({
    height: lead,
    draw: (sheet, frame, top) => drawLine(sheet, frame.left, top + lead * 0.72, line, size),
  }));
}

function drawLine(sheet: Sheet, x: number, baseline: number, line: RichLine, size: number): void {
  let left = x;
  for (const { text, bold } of line) {
    const face = bold ? 'bold' : 'regular';
    sheet.text(left, baseline, text, face, size);
    left += textWidth(text, face, size) / mm;
  }
}

/** What follows the last lesson: «по плану … дано …», notes, signatures. */
export function courseClosing(course: LedgerCourse, labels: LedgerLabels, width: number): Block[] {
  const notes = course.notes.flatMap(({ label, text }, i) => [
    ...(i > 0 ? [{ text: ' ' }] : []),
    { text: label, bold: true },
    { text: ` ${text}` },
  ]);
  return [
    space(3.4),
    ...paragraph(course.planText, 11, 6, width),
    ...(notes.length > 0 ? [space(3.4), ...paragraph(notes, 9.5, 4.4, width)] : []),
    space(2),
    ...course.signatures.map((signature) => signatureBlock(signature, labels)),
  ];
}

/** Role, line, name, date; the columns of the mock for a width of 170 mm, narrower in proportion. */
export function signatureBlock({ role, name, stamp }: LedgerSignature, labels: LedgerLabels): Block {
  return {
    height: 11.6,
    draw(sheet, frame, top) {
      const part = frame.width / 170;
      const [line, lineEnd, nameLeft] = [47, 76, 79].map((at) => frame.left + at * part) as [number, number, number];
      const dateWidth = textWidth(labels.signatureDate, 'regular', 10) / mm;
      const [base, caption] = [top + 7, top + 10];
      drawParty(sheet, frame.left, base, role, 44 * part);
      sheet.line(line, base + 0.8, lineEnd, base + 0.8, weight.rule);
      const nameRoom = frame.right - dateWidth - 3 - nameLeft;
      if (name === '') sheet.line(nameLeft, base + 0.8, nameLeft + nameRoom, base + 0.8, weight.rule);
      else drawParty(sheet, nameLeft, base, name, nameRoom);
      sheet.textRight(frame.right, base, labels.signatureDate, 'regular', 10);
      if (stamp) sheet.text(frame.left, caption, labels.stamp, 'regular', 7);
      sheet.textCentre((line + lineEnd) / 2, caption, labels.signature, 'regular', 7);
      sheet.text(nameLeft, caption, labels.signatureName, 'regular', 7);
    },
  };
}

function drawParty(sheet: Sheet, x: number, baseline: number, text: string, width: number): void {
  const rule = { size: 10, minSize: 7.5, minScale: 0.85, lead: 1.08 };
  drawOnLine(sheet, text, 'regular', { x, baseline, width, height: 8 }, rule);
}
