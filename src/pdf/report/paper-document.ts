/** A document as the paper needs it: words only, lengths in millimetres. */
export type PaperDocument = {
  title: string;
  subtitle: string;
  organisation: string;
  /** At the foot of every page, beside its number. */
  foot: string;
  createdAt: Date;
  landscape: boolean;
  bindingMarginMm: number;
  blocks: readonly PaperBlock[];
};

export type PaperCell = { text: string; strong: boolean };

export type PaperColumn = {
  title: string;
  group?: { title: string; short: string };
  rotated?: boolean;
  width: number;
  align: 'left' | 'centre';
  sticky?: boolean;
};

export type PaperTable = {
  title: string;
  columns: readonly PaperColumn[];
  rows: readonly (readonly PaperCell[])[];
  totals: readonly (readonly PaperCell[])[];
};

export type PaperBlock =
  | { kind: 'heading' | 'paragraph' | 'note'; text: string }
  | { kind: 'keyValues'; items: readonly { label: string; value: string }[] }
  | ({ kind: 'table' } & PaperTable)
  | { kind: 'signatures'; items: readonly { role: string; name: string }[] }
  | { kind: 'pageBreak' };
