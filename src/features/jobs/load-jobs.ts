import { type Actor, can } from '@/access/actor';
import { nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import type { Prisma } from '@/server/prisma/client';
import { fullDateTime } from '@/texts/format';
import type { JobResult } from './job-kind';
import { jobTitle } from './job-words';

export type JobView = {
  id: number;
  kind: string;
  title: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number;
  /** The step that it is at, the sentence that it ended with, or why it failed. */
  said: string;
  /** Who asked for it; empty when the timetable did. */
  by: string;
  created: string;
  finished: string;
  /** Still waiting or at work. */
  moving: boolean;
  /** A cancel was asked for and its worker has not come to it yet. */
  stopping: boolean;
  mayCancel: boolean;
  result: JobResult | null;
};

/** Every job, the latest first; null without the right to manage them. */
export async function loadAllJobs(actor: Actor): Promise<JobView[] | null> {
  return can(actor, 'jobs.manage') ? readJobs(actor, {}, 100) : null;
}

/** The actor's own jobs of a kind, the latest first. */
export function loadOwnJobs(actor: Actor, kind: string): Promise<JobView[]> {
  return readJobs(actor, { kind, requestedById: actor.personId }, 5);
}

/** One of the actor's own jobs; null when it is not, or long gone. */
export async function loadOwnJob(actor: Actor, id: number): Promise<JobView | null> {
  const [job] = await readJobs(actor, { id, requestedById: actor.personId }, 1);
  return job ?? null;
}

/** Jobs of these kinds, whoever asked for them, the latest first; for a page that asks its own right. */
export function loadJobsOf(actor: Actor, kinds: readonly string[]): Promise<JobView[]> {
  return readJobs(actor, { kind: { in: [...kinds] } }, 5);
}

async function readJobs(actor: Actor, where: Prisma.BackgroundJobWhereInput, take: number): Promise<JobView[]> {
  const rows = await db().backgroundJob.findMany({
    where,
    take,
    orderBy: { id: 'desc' },
    select: {
      ...{ id: true, kind: true, state: true, done: true, total: true, note: true, error: true, result: true },
      ...{ createdAt: true, finishedAt: true, requestedById: true, cancelAskedById: true },
      requestedBy: { select: { lastName: true, firstName: true, middleName: true } },
    },
  });
  return rows.map(({ requestedBy, createdAt, finishedAt, cancelAskedById, error, ...row }) => {
    const moving = row.state === 'queued' || row.state === 'running';
    const result = row.result as JobResult | null;
    return {
      ...{ id: row.id, kind: row.kind, state: row.state, done: row.done, total: row.total, result, moving },
      title: jobTitle(row.kind),
      said: error ?? result?.said ?? (moving ? row.note : ''),
      by: requestedBy ? nameWithInitials(requestedBy) : '',
      created: fullDateTime(createdAt, actor.timeZone),
      finished: finishedAt ? fullDateTime(finishedAt, actor.timeZone) : '',
      stopping: moving && cancelAskedById !== null,
      mayCancel: moving && cancelAskedById === null,
    };
  });
}
