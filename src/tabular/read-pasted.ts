import { parseDelimited } from './parse-delimited';
import type { Table } from './table';

/** A table from what was copied in a spreadsheet, or typed with semicolons. @throws TableRefusal */
export function readPasted(text: string): Table {
  return parseDelimited(text, { pasted: true });
}
