import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { db } from '@/server/db';
import { printsFolder } from './places';

/** Removes packages a fortnight old, and what cancelled or failed jobs left. @returns how many folders went */
export async function removePackages(): Promise<number> {
  const folders = await readdir(printsFolder()).catch(() => []);
  const ids = folders.flatMap((name) => Number(/^job-(\d+)$/.exec(name)?.[1] ?? Number.NaN)).filter(Number.isInteger);
  if (ids.length === 0) return 0;
  const kept = await db().$queryRaw<{ id: number }[]>`
    SELECT id FROM background_job WHERE id = ANY (${ids}::int[])
      AND (state IN ('queued', 'running') OR state = 'done' AND finished_at > app_now() - interval '14 days')`;
  const still = new Set(kept.map(({ id }) => id));
  const over = ids.filter((id) => !still.has(id));
  for (const id of over) await rm(path.join(printsFolder(), `job-${id}`), { recursive: true, force: true });
  return over.length;
}
