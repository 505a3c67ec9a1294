import { Refusal } from '@/server/errors';

/**
 * Asserts that the row somebody edits is the one that he saw. The write itself asks for the same version once more.
 * @throws Refusal NOT_FOUND, CONFLICT when another person has changed it since
 */
export function expectVersion<Row extends { version: number }>(
  row: Row | null | undefined,
  version: number,
): asserts row is Row {
  if (!row) throw new Refusal('NOT_FOUND');
  if (row.version !== version) throw new Refusal('CONFLICT');
}

/** What an update `where id and version` answers: none means that somebody was quicker. @throws Refusal CONFLICT */
export function expectOne({ count }: { count: number }): void {
  if (count !== 1) throw new Refusal('CONFLICT');
}
