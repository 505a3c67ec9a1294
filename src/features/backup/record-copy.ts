import { z } from 'zod';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { troubles } from './places';

const laid = z.strictObject({
  place: z.union([z.literal(1), z.literal(2)]),
  verified: z.boolean(),
  trouble: z.enum(troubles).nullable(),
});

const most = 2_147_483_647;

const input = z.strictObject({
  file: z.string().regex(/^vedomost-\d{8}T\d{6}Z-[0-9a-f]{8}\.vedomost$/),
  /** The moment that it holds and its size: told at first. */
  madeAt: z.iso.datetime().nullable().default(null),
  kilobytes: z.int().min(1).max(most).nullable().default(null),
  /** The job that made it; null for one made from the console or found in its folder. */
  jobId: z.int().min(1).nullable().default(null),
  rows: z.int().min(0).max(most).nullable().default(null),
  digest: z.string().nullable().default(null),
  places: z.array(laid).max(2).default([]),
  drilled: z.boolean().default(false),
  removed: z.boolean().default(false),
});

/** Size as it is written down, from a file's. */
export const kilobytesOf = (bytes: number): number => Math.ceil(bytes / 1024);

/** Writes down what is known of a copy: made, laid, re-read, restored for trial, removed. Each time only what is new. */
export const recordCopy = defineCommand({
  name: 'backup.record',
  permission: 'backup.manage',
  input,
  period: 'none',
  run: async ({ tx, now, input: { file: name, madeAt, kilobytes, jobId, rows, digest, places, drilled, removed } }) => {
    const known = await tx.backupCopy.findUnique({ where: { name }, select: { id: true } });
    if (!known && (madeAt === null || kilobytes === null)) throw new Refusal('NOT_FOUND');
    const facts = {
      ...(rows === null ? {} : { rows }),
      ...(digest === null ? {} : { digest }),
      ...(drilled ? { drilledAt: now } : {}),
      ...(removed ? { removedAt: now } : {}),
    };
    const { id } = known
      ? await tx.backupCopy.update({ where: { name }, data: facts, select: { id: true } })
      : await tx.backupCopy.create({
          data: { name, madeAt: madeAt ?? now, bytes: (kilobytes ?? 0) * 1024, jobId, ...facts },
          select: { id: true },
        });
    const step = { entity: 'backupCopy', recordId: id };
    const steps: AuditStep[] = [
      ...(known ? [] : [{ ...step, field: 'name', before: null, after: name }]),
      ...(drilled ? [{ ...step, field: 'drilledAt', before: null, after: now.toISOString() }] : []),
      ...(removed ? [{ ...step, field: 'removedAt', before: null, after: now.toISOString() }] : []),
    ];
    for (const one of places) {
      const [before, after] = await writePlace(tx, { id, now }, one);
      if (before !== after) steps.push({ ...step, field: `place${one.place}`, before, after });
    }
    return { result: { id }, audit: { object: 'backupCopy', objectId: id, steps } };
  },
});

/** @returns what stood there and what stands there now, in the words of the history */
async function writePlace(
  tx: Db,
  { id: copyId, now }: { id: number; now: Date },
  { place, verified, trouble }: z.output<typeof laid>,
): Promise<[before: string | null, after: string]> {
  const where = { copyId_place: { copyId, place } };
  const former = await tx.backupPlace.findUnique({ where, select: { verifiedAt: true, trouble: true } });
  const facts = { verifiedAt: verified ? now : null, trouble: verified ? null : trouble };
  await tx.backupPlace.upsert({ where, create: { copyId, place, ...facts }, update: facts });
  const word = (whole: boolean, why: string | null) => (whole ? 'verified' : (why ?? 'laid'));
  return [former && word(former.verifiedAt !== null, former.trouble), word(verified, trouble)];
}
