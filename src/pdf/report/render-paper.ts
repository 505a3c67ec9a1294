import type { Readable } from 'node:stream';
import { type Page, renderDocument } from '../document';
import { blockPieces, titlePieces } from './block-pieces';
import { flow, type Placed } from './flow';
import type { PaperDocument } from './paper-document';

const margin = 10;
const footHeight = 6;
/** Heights of a row, from comfortable to the least that can be read at a desk. */
const pitches = [5.4, 4.8, 4.2, 3.8, 3.4];
/** Still lower ones, when they bring the whole paper onto one page. */
const lowest = [3.1, 2.9];

/** The document on A4, upright or lying: on one page when its rows can be made low enough, else flowing over pages. */
export function renderPaper(document: PaperDocument, signal: AbortSignal): Readable {
  const frame = frameOf(document);
  const placed = bestPages(document, frame);
  const pages: Page[] = placed.map((pieces, index) => ({
    draw(sheet) {
      for (const { piece, top } of pieces) {
        piece.draw(sheet, { left: frame.left, top: margin + top, width: frame.width });
      }
      const base = frame.height - margin + 1;
      sheet.text(frame.left, base, document.foot, 'regular', 8);
      sheet.textRight(frame.left + frame.width, base, `стр. ${index + 1} из ${placed.length}`, 'regular', 8);
    },
  }));
  return renderDocument(pages, {
    title: [document.title, document.subtitle].filter(Boolean).join(', '),
    author: document.organisation,
    subject: document.foot,
    createdAt: document.createdAt,
    landscape: document.landscape,
    signal,
  });
}

type Frame = { left: number; width: number; height: number };

function frameOf({ landscape, bindingMarginMm }: PaperDocument): Frame {
  const [wide, height] = landscape ? [297, 210] : [210, 297];
  return { left: bindingMarginMm, width: wide - bindingMarginMm - margin, height };
}

/** One page if there is any way; else the comfortable height among those that need the fewest pages. */
function bestPages(document: PaperDocument, { width, height }: Frame): Placed[][] {
  const room = height - 2 * margin - footHeight + 2;
  const laid = (pitch: number) =>
    flow([...titlePieces(document), ...document.blocks.flatMap((block) => blockPieces(block, width, pitch))], room);
  const low = lowest.map(laid).find((pages) => pages.length === 1);
  const ways = pitches.map(laid);
  const fewest = Math.min(...ways.map((pages) => pages.length));
  if (fewest > 1 && low) return low;
  return ways.find((pages) => pages.length === fewest) ?? laid(pitches[0] ?? 5);
}
