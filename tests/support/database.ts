import { inject } from 'vitest';
import { cloneDatabase, type TestDatabase } from './clone';

/** For vitest files that want another database than the one of their file: a fresh copy of the template. */
export function freshDatabase(): Promise<TestDatabase> {
  return cloneDatabase(inject('postgres'));
}

let current: TestDatabase | undefined;

/** Called by the set-up of integration tests before the file's own code runs. */
export function setTestDatabase(database: TestDatabase): void {
  current = database;
}

/** The database of this integration test file; the product's own `db()` is signed in to it as the runtime role. */
export function testDatabase(): TestDatabase {
  if (!current) throw new Error('only files under tests/integration have a database of their own');
  return current;
}
