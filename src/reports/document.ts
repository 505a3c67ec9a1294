/**
 * What a report says, as typed data: never HTML, never coordinates. Page, PDF, XLSX and CSV show the same cells through the
 * same formatter (`cell-text.ts`).
 */
export type ReportDocument = {
  title: string;
  subtitle: string;
  /** Who answers for it: «ГБПОУ «Заречный политехнический колледж»». */
  organisation: string;
  /** «записи на 18.12.2026, 16:05». */
  asOf: string;
  createdAt: Date;
  /** Without its extension. */
  fileName: string;
  paper: { landscape: boolean; bindingMarginMm: number };
  blocks: readonly ReportBlock[];
};

/** A text; or a number with its way of being written, so that a spreadsheet can go on counting; null is an empty cell. */
export type Cell = null | ({ text: string } & Emphasis) | ({ number: number; as: NumberKind } & Emphasis);
type Emphasis = { strong?: boolean };

/** `hundredths`: 463 = 4,63; `percent`: 66.7, its sign stands in the head. */
export type NumberKind = 'whole' | 'percent' | 'hundredths';

export type ReportBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'keyValues'; items: readonly { label: string; value: Cell }[] }
  | { kind: 'paragraph'; text: string }
  | { kind: 'note'; text: string }
  | ({ kind: 'table' } & ReportTable)
  | { kind: 'signatures'; items: readonly { role: string; name: string }[] }
  | { kind: 'pageBreak' };

export type ReportTable = {
  title: string;
  columns: readonly ReportColumn[];
  rows: readonly ReportRow[];
  totals: readonly ReportRow[];
};

export type ReportColumn = {
  title: string;
  /** Neighbours of one group stand under one head; its short form is for a narrow one on paper. */
  group?: { title: string; short: string };
  /** Its head is written upwards. */
  rotated?: boolean;
  /** Millimetres on paper. */
  width: number;
  align: 'left' | 'centre';
  /** Repeated where a wide table goes on beside itself. */
  sticky?: boolean;
};

export type ReportRow = readonly Cell[];

export const text = (value: string): Cell => (value === '' ? null : { text: value });
export const whole = (value: number): Cell => ({ number: value, as: 'whole' });
/** Null, where there is nothing to count, is a dash. */
export const percent = (value: number | null): Cell =>
  value === null ? { text: '–' } : { number: value, as: 'percent' };
export const hundredths = (value: number | null): Cell =>
  value === null ? { text: '–' } : { number: value, as: 'hundredths' };
