import { average, number } from '@/texts/format';
import type { Cell } from './document';

/** What stands in a cell, the same in every format: «1 046», «66,7», «4,63». */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  return cell.as === 'hundredths' ? average(cell.number) : number(cell.number);
}

/** The number of a cell and its decimals, for a spreadsheet; null for texts. */
export function cellNumber(cell: Cell): { value: number; decimals: 0 | 1 | 2 } | null {
  if (cell === null || 'text' in cell) return null;
  if (cell.as === 'hundredths') return { value: cell.number / 100, decimals: 2 };
  return { value: cell.number, decimals: cell.as === 'percent' && !Number.isInteger(cell.number) ? 1 : 0 };
}
