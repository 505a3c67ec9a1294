import type { Actor } from '@/access/actor';
import type { Permission } from '@/access/permissions';
import type { Command } from '@/server/command';
import type { Db } from '@/server/db';
import type { Parsed } from '@/tabular/values/parsed';

/** A column of a table that can be brought. `parse` is never given a blank cell: that is null. */
export type Column<Value = unknown> = {
  title: string;
  aliases?: readonly string[];
  /** A blank cell is an error. Some are needed by certain rows only: then the kind says so. */
  needed?: boolean;
  /** What stands in the template's row of examples. */
  example: string;
  /** In signs. */
  width?: number;
  parse: (text: string) => Parsed<Value>;
};

export type Columns = Readonly<Record<string, Column>>;
export type Values<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer Value> ? Value | null : never;
};

export type Fate = 'new' | 'changed' | 'same';

/** What becomes of a row; an error stands at a column, or at the whole row. */
export type Verdict = {
  fate: Fate;
  errors: { column: string | null; text: string }[];
  notes: string[];
  /** The record that it made, changed or found. */
  recordId: number | null;
};

/** A row whose cells all could be read, and its verdict, which the kind completes. */
export type Line<C extends Columns> = { place: number; values: Values<C>; verdict: Verdict };

/** Runs an existing command inside the import's transaction, with the rights of who imports. */
export type Act = <Input, Result>(command: Command<Input, Result>, input: Input) => Promise<Result>;

/** The moment and the person of an import. */
export type Setting = { tx: Db; actor: Actor; today: string; can: (permission: Permission) => boolean };

/** Writes what was judged, by commands; `tell` shows how many rows are written. */
export type Writing = (act: Act, tell: (done: number) => Promise<void>) => Promise<void>;

/** One kind of table: its columns, how a row finds its record, and the commands that write it. */
export type ImportKind = {
  id: string;
  title: string;
  /** What one row is and how it finds its record, in a sentence or two. */
  about: string;
  /** All of them are asked for, and one of `needsOne` where there are such. */
  needs: readonly Permission[];
  needsOne?: readonly Permission[];
  columns: Columns;
  judge: (setting: Setting, lines: readonly Line<Columns>[]) => Promise<Writing>;
  /** All records of this kind as rows of the same columns, by the column's key; an import of them changes nothing (T-045). */
  read: (setting: Setting) => Promise<Readonly<Record<string, string>>[]>;
  /** What the records are called in the report of an import. */
  name: (db: Db, ids: readonly number[]) => Promise<ReadonlyMap<number, string>>;
};

type Definition<C extends Columns> = Omit<ImportKind, 'columns' | 'judge' | 'read'> & {
  columns: C;
  judge: (setting: Setting, lines: readonly Line<C>[]) => Promise<Writing>;
  read: (setting: Setting) => Promise<{ readonly [K in keyof C]?: string }[]>;
};

/** Keeps the kinds' own types inside: from outside all kinds are alike. */
export function defineKind<C extends Columns>(definition: Definition<C>): ImportKind {
  return definition as unknown as ImportKind;
}

/** Says what is wrong at a cell, or at the whole row. */
export function fail<C extends Columns>(line: Line<C>, column: (keyof C & string) | null, text: string): void {
  line.verdict.errors.push({ column, text });
}

export function isSound(line: { verdict: Verdict }): boolean {
  return line.verdict.errors.length === 0;
}

/** A column that must be filled in this row. @returns its value, null when an error was put there */
export function demand<C extends Columns, K extends keyof C & string>(
  line: Line<C>,
  column: K,
  why: string,
): NonNullable<Values<C>[K]> | null {
  const value = line.values[column];
  if (value !== null && value !== undefined) return value;
  fail(line, column, why);
  return null;
}
