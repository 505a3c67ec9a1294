import type { Example } from './command-example';
import type { Prepared } from './command-prepared';
import type { World } from './world';

const name = (n: number) => `vedomost-20261014T08000${n}Z-0123abcd.vedomost`;

/** A copy that is known already. */
export async function prepareCopy({ owner }: World): Promise<number> {
  const { id } = await owner.backupCopy.create({
    data: { name: name(0), madeAt: new Date('2026-10-14T08:00:00Z'), bytes: 1, places: { create: { place: 1 } } },
  });
  return id;
}

/** Copies of the database. The last one ends every session, so it stands at the end of all examples. */
export function backupExamples({ copy }: Prepared, n: number): Example[] {
  const made = { file: name(n), madeAt: '2026-10-14T08:00:00.000Z', kilobytes: 4, jobId: 1000 + n };
  const facts = { rows: 12, digest: 'a'.repeat(64), drilled: true, removed: false };
  return [
    { name: 'backup.request', who: 'denis', input: {} },
    { name: 'backup.request-check', who: 'denis', input: { id: copy } },
    { name: 'backup.request-drill', who: 'denis', input: {} },
    {
      name: 'backup.record',
      who: 'denis',
      input: { ...made, ...facts, places: [{ place: 2, verified: false, trouble: 'missing' }] },
    },
    { name: 'backup.settle-restored', who: 'denis', input: { fileName: name(n), madeAt: made.madeAt } },
  ];
}
