import { z } from 'zod';
import { Refusal } from '@/server/errors';

/**
 * A copy is one file: magic, length and JSON of the header, its SHA-256; then frames of 7 bytes (kind, table, length) and as
 * many enciphered ones. First the contents, then the rows of each table as `COPY` writes them, at last the manifest.
 */
export const magic = Buffer.from('VEDOMOST COPY 1\n');

export const frameKinds = { contents: 1, rows: 2, manifest: 3 } as const;
export const frameHeadLength = 7;
export const tagLength = 16;

/** Plain bytes of a frame before they are compressed: what both sides hold in memory. */
export const blockLength = 1 << 20;

/** Work of argon2id over the passphrase: 64 MiB, three passes. Bounded, because a file comes from outside. */
const kdfSchema = z.strictObject({
  memory: z
    .int()
    .min(8192)
    .max(1 << 20),
  passes: z.int().min(1).max(10),
  salt: z.base64(),
});

/** The only plain text of a file: nothing of the college. `check` tells a wrong passphrase from a damaged file. */
export const headerSchema = z.strictObject({
  format: z.literal(1),
  program: z.string(),
  madeAt: z.iso.datetime(),
  kdf: kdfSchema,
  check: z.base64(),
});
export type Header = z.output<typeof headerSchema>;

const names = z.array(z.string().min(1)).min(1);

export const contentsSchema = z.strictObject({
  program: z.string(),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  institution: z.strictObject({ shortName: z.string(), timeZone: z.string(), demo: z.boolean() }),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.strictObject({ name: z.string().min(1), columns: names })).min(1),
});
/** What a file holds: made by which program, from which schema, which tables in which order of columns. */
export type Contents = z.output<typeof contentsSchema>;

export const manifestSchema = z.strictObject({
  tables: z.array(z.strictObject({ name: z.string(), rows: z.int().min(0), hash: z.string() })).min(1),
  /** The last number that each sequence gave; null = none yet. */
  sequences: z.array(
    z.strictObject({
      name: z.string(),
      last: z
        .string()
        .regex(/^-?\d+$/)
        .nullable(),
    }),
  ),
});
/** What was written, to be compared with what is read: rows and hash of each table, sequences. */
export type Manifest = z.output<typeof manifestSchema>;

/** @param part in words: «часть 17, таблица mark» */
export const damaged = (part: string) =>
  new Refusal('BACKUP_REFUSED', { detail: `файл повреждён: ${part}. Ничего не изменено, возьмите другую копию` });

export const wrongKey = () =>
  new Refusal('BACKUP_REFUSED', {
    detail: 'ключевая фраза не подходит к этому файлу. Ничего не изменено, проверьте BACKUP_PASSPHRASE по памятке',
  });
