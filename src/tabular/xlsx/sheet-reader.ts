import { assertWithin, TableRefusal } from '../table';
import type { XmlEvents } from './xml';

/** A cell as it stands in the sheet; `inline` is a text of its own. */
type RawCell = { type: string; style: number; raw: string; inline: string };

type Told = { value: (cell: RawCell) => string; row: (place: number, cells: string[]) => void };

/** Puts the cells of a sheet in their places: rows and cells may leave out where they stand, then they follow the last one. */
export class SheetReader {
  private row = 0;
  private column = 0;
  private cells: string[] = [];
  private cell: RawCell | null = null;
  private within: 'v' | 't' | '' = '';

  constructor(private readonly told: Told) {}

  readonly events: XmlEvents = {
    open: (name, attribute) => {
      if (name === 'row') this.openRow(attribute('r'));
      else if (name === 'c') this.openCell(attribute);
      else if (name === 'v' || name === 't') this.within = name;
      else if (name === 'rPh') this.within = '';
    },
    text: (text) => {
      if (!this.cell) return;
      if (this.within === 'v') this.cell.raw += text;
      if (this.within === 't') this.cell.inline += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') this.within = '';
      else if (name === 'c') this.closeCell();
      else if (name === 'row') this.told.row(this.row, this.cells);
    },
  };

  private openRow(place: string | undefined): void {
    const number = place === undefined ? this.row + 1 : Number(place);
    if (!Number.isInteger(number) || number <= this.row)
      throw new TableRefusal(`Файл повреждён: строки листа перепутаны после строки ${this.row}.`);
    [this.row, this.column, this.cells] = [number, 0, []];
  }

  private openCell(attribute: (name: string) => string | undefined): void {
    const letters = /^([A-Z]{1,3})\d+$/.exec(attribute('r') ?? '')?.[1];
    this.column = letters === undefined ? this.column + 1 : columnOf(letters);
    this.cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), raw: '', inline: '' };
  }

  private closeCell(): void {
    if (!this.cell) return;
    const text = this.told.value(this.cell);
    this.cell = null;
    if (text === '') return;
    assertWithin(this.row, this.column);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column - 1] = text;
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
