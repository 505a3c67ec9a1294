import { z } from 'zod';

/** Shapes that the set-up commands share. Ids are those of the database's int4 columns. */
export const idField = z.int().min(1).max(2_147_483_647);
export const dateField = z.iso.date();
export const nameField = (most: number) => z.string().trim().min(1).max(most);

/** `YYYY-MM-DD` → what a `@db.Date` column takes. */
export const toDay = (date: string): Date => new Date(`${date}T00:00:00Z`);
export const toDayOrNull = (date: string | null | undefined): Date | null => (date ? toDay(date) : null);
