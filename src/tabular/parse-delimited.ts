import { unguarded } from './csv-text';
import { assertWithin, rowOf, type Table, TableRefusal, type TableRow } from './table';

/**
 * Rows of delimited text (RFC 4180, with what spreadsheets make of it): quoted cells may hold line ends. `pasted`: a lone
 * quotation mark is a sign like any other. @throws TableRefusal for a quotation that is never closed
 */
export function parseDelimited(text: string, { pasted = false }: { pasted?: boolean } = {}): Table {
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  const source = text.replace(/^\uFEFF/, '');
  const reader = new Reader(source, declared?.[1] ?? delimiterOf(source), pasted);
  if (declared) reader.skipLine();
  const rows: TableRow[] = [];
  while (!reader.atEnd()) {
    const line = reader.line;
    const row = rowOf(line, reader.row());
    if (row) rows.push(row);
  }
  if (rows.length === 0) throw new TableRefusal(pasted ? 'Вставлено пустое место.' : 'В файле нет ни одной строки.');
  return { rows };
}

/** The sign that stands in most of the first lines; texts have commas of their own, so a comma is the last guess. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split('\n', 20)
    .filter((line) => line.trim() !== '');
  const usual = (sign: string) => lines.filter((line) => line.includes(sign)).length * 2 > lines.length;
  return ['\t', ';'].find(usual) ?? (usual(',') ? ',' : ';');
}

class Reader {
  line = 1;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    private readonly pasted: boolean,
  ) {}

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  skipLine(): void {
    this.at = this.endOfLine() + 1;
    this.line += 1;
  }

  /** The cells of a row, and on to the next one. */
  row(): string[] {
    const cells: string[] = [];
    const started = this.line;
    for (;;) {
      cells.push(unguarded(this.quoted() ?? this.plain()));
      if (cells.length % 1000 === 0) assertWithin(started, cells.filter((cell) => cell !== '').length);
      if (this.text[this.at] !== this.delimiter) break;
      this.at += 1;
    }
    this.skipLine();
    return cells;
  }

  /** A cell up to the next delimiter or the end of the line. */
  private plain(): string {
    const end = this.endOfLine();
    const stop = this.text.indexOf(this.delimiter, this.at);
    const cell = this.text.slice(this.at, stop < 0 || stop > end ? end : stop);
    this.at += cell.length;
    return cell.endsWith('\r') && this.at === end ? cell.slice(0, -1) : cell;
  }

  /** A cell in quotation marks; null when it is none, as «"Сатурн", ООО». @throws TableRefusal when it has no end */
  private quoted(): string | null {
    if (this.text[this.at] !== '"') return null;
    let close = this.at + 1;
    for (; ; close += 2) {
      close = this.text.indexOf('"', close);
      if (close < 0) {
        if (this.pasted) return null;
        throw new TableRefusal(`Строка ${this.line}: кавычка открыта и нигде не закрыта. Возможно, файл оборван.`);
      }
      if (this.text[close + 1] !== '"') break;
    }
    const next = this.text[close + 1];
    const ends =
      next === undefined || next === this.delimiter || next === '\n' || this.text.startsWith('\r\n', close + 1);
    if (!ends) return null;
    const cell = this.text.slice(this.at + 1, close);
    this.line += cell.split('\n').length - 1;
    this.at = close + (next === '\r' ? 2 : 1);
    return cell.replaceAll('""', '"').replaceAll('\r\n', '\n');
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }
}
