import { z } from 'zod';

/** Shapes that the set-up commands share. Ids are those of the database's int4 columns. */
export const idField = z.int().min(1).max(2_147_483_647);
/** The version of a row that somebody edits, as he saw it; 0: as entered. */
export const versionField = z.int().min(0).max(2_147_483_647);
export const dateField = z.iso.date();
/** An instant as a Date or as `2026-10-07T08:00:00.000Z`; nothing else is taken for one. */
export const instantField = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);
export const nameField = (most: number) => z.string().trim().min(1).max(most);

/** `YYYY-MM-DD` → what a `@db.Date` column takes. */
export const toDay = (date: string): Date => new Date(`${date}T00:00:00Z`);
export const toDayOrNull = (date: string | null | undefined): Date | null => (date ? toDay(date) : null);
