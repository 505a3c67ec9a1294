import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Actor, can } from '@/access/actor';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { readRoute } from '@/server/http';
import { printCollegeKind } from './kind';
import { packageFile } from './places';

/** The package of a whole-college print: for whoever asked for it and may still print; 404 for everybody else. */
export const packageRoute = readRoute(async (actor, params) => {
  const id = await ownJob(actor, params.jobId ?? '');
  const file = packageFile(id);
  const { size } = await stat(file).catch(() => {
    throw new Refusal('NOT_FOUND');
  });
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`Ведомости всех групп, задание ${id}.zip`)}`,
    },
  });
});

async function ownJob(actor: Actor, wanted: string): Promise<number> {
  const id = /^[1-9]\d{0,8}$/.test(wanted) ? Number(wanted) : 0;
  const where = { id, kind: printCollegeKind.kind, state: 'done', requestedById: actor.personId } as const;
  const job = can(actor, 'report.print') && (await db().backgroundJob.findFirst({ where, select: { id: true } }));
  if (!job) throw new Refusal('NOT_FOUND');
  return job.id;
}
