import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { FaceName } from '@/pdf/fonts';
import { renderLedger } from '@/pdf/ledger';
import { planLedger } from '@/pdf/ledger/plan';
import { mm, Sheet } from '@/pdf/sheet';
import { sampleBook } from './ledger-sample';
import { drawRaw, type RawPage } from './raw-ledger';

export type LedgerMeasure = {
  /** Laid out and drawn, medians of the rounds. */
  pagesPerSecond: number;
  /** The same lines and texts by plain pdfkit. */
  rawPagesPerSecond: number;
  /** While the engine draws a round; plain pdfkit and its records come later. */
  peakRssMb: number;
  /** Pages of one round. */
  pages: number;
};

/** Keeps what a page draws instead of writing it. */
class Recorder extends Sheet {
  readonly page: RawPage = { lines: [], texts: [] };

  constructor() {
    super(() => {
      throw new Error('a recorder embeds no font');
    });
  }

  override text(x: number, y: number, text: string, face: FaceName, size: number): void {
    if (text !== '') this.page.texts.push({ x: x * mm, y: y * mm, text, face, size });
  }

  override line(x1: number, y1: number, x2: number, y2: number, weight: number): void {
    this.page.lines.push({ x1: x1 * mm, y1: y1 * mm, x2: x2 * mm, y2: y2 * mm, weight: weight * mm });
  }
}

const rounds = 3;

/** Draws a thousand pages by the engine and by plain pdfkit in turn, in one process (contract.md, Performance). */
export async function measureLedger(): Promise<LedgerMeasure> {
  const book = sampleBook({ courses: 12, lessons: 680, students: 25 });
  const peakRssMb = await peakMemory(() => pipeline(renderLedger(book), sink()));
  const plan = await planLedger(book);
  const recorded = plan.sheets.map((sheet) => {
    const recorder = new Recorder();
    sheet.draw(recorder);
    return recorder.page;
  });
  const [engine, raw]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    engine.push(await pagesPerSecond(plan.pages, () => pipeline(renderLedger(book), sink())));
    raw.push(await pagesPerSecond(plan.pages, () => drawRaw(recorded, fontFiles())));
  }
  return {
    pagesPerSecond: median(engine),
    rawPagesPerSecond: median(raw),
    peakRssMb,
    pages: plan.pages,
  };
}

async function pagesPerSecond(pages: number, draw: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await draw();
  return (pages * 1000) / (performance.now() - start);
}

/** Largest resident size of the process while the work runs, megabytes. */
async function peakMemory(work: () => Promise<unknown>): Promise<number> {
  let most = process.memoryUsage.rss();
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  await work().finally(() => clearInterval(timer));
  return most / 1024 / 1024;
}

function sink(): Writable {
  return new Writable({ write: (_chunk, _encoding, next) => next() });
}

function fontFiles(): Record<string, string> {
  const { resolve } = createRequire(fileURLToPath(import.meta.url));
  const file = (path: string) => resolve(`@expo-google-fonts/tinos/${path}.ttf`);
  return {
    regular: file('400Regular/Tinos_400Regular'),
    bold: file('700Bold/Tinos_700Bold'),
    italic: file('400Regular_Italic/Tinos_400Regular_Italic'),
    mono: 'Courier',
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
