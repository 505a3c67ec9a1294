import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node';

type Look = {
  bold?: boolean;
  rotated?: boolean;
  align?: 'left' | 'center';
  /** How many columns and rows it takes; those it covers are null. */
  columns?: number;
  rows?: number;
  border?: boolean;
};

/** A text is never a formula, whatever it begins with (T-045); a number keeps its decimals. */
export type XlsxCell = null | (Look & ({ text: string } | { number: number; decimals: 0 | 1 | 2 }));

export type XlsxSheet = {
  rows: readonly (readonly XlsxCell[])[];
  /** In signs. */
  widths: readonly number[];
  landscape: boolean;
};

const formats = { 0: '0', 1: '0.0', 2: '0.00' } as const;

/** A workbook of one sheet. */
export async function workbook({ rows, widths, landscape }: XlsxSheet, name: string): Promise<Buffer> {
  const data: SheetData = rows.map((row) => row.map((cell) => (cell === null ? null : cellObject(cell))));
  const options = {
    sheet: name.replaceAll(/[[\]*?:/\\]/g, ' ').slice(0, 31),
    columns: widths.map((width) => ({ width })),
    ...(landscape ? { orientation: 'landscape' as const } : {}),
  };
  return writeXlsxFile(data, options, { fontFamily: 'Times New Roman', fontSize: 11 }).toBuffer();
}

function cellObject(cell: NonNullable<XlsxCell>): CellObject {
  const { bold, rotated, align, columns, rows, border } = cell;
  const look = {
    ...(bold ? { fontWeight: 'bold' as const } : {}),
    ...(rotated ? { textRotation: 90, alignVertical: 'bottom' as const } : {}),
    ...(align ? { align } : {}),
    ...(columns && columns > 1 ? { columnSpan: columns } : {}),
    ...(rows && rows > 1 ? { rowSpan: rows } : {}),
    ...(border ? { borderStyle: 'thin' as const, wrap: true } : {}),
  };
  if ('number' in cell) return { ...look, type: Number, value: cell.number, format: formats[cell.decimals] };
  return { ...look, type: String, value: storable(cell.text), format: '@' };
}

/** Signs that XML cannot hold, in the spelling that spreadsheets read back: «_x000D_»; a text that looks so is escaped. */
function storable(text: string): string {
  return text
    .replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' ? sign : `_x${hexadecimal(sign)}_`));
}

const hexadecimal = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
