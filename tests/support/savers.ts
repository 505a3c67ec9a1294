import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '@/server/postgres/roles';
import type { World } from './world';

/** One cell of the journal with the one client that writes it. */
type Cell = { lessonId: number; studentId: number; before: number; acknowledged: number; version: number };

/** What happened, judged from the history and not from the end alone. */
export type Verdict = {
  acknowledged: number;
  /** Saves the server confirmed and the database does not know. */
  lost: number;
  /** Effects without an acknowledged save behind them. */
  doubled: number;
  /** Cells whose audit does not tell each version 1…n exactly once (I1, I3). */
  brokenHistories: number;
  /** Answers by status; 0 = none came. */
  statuses: Record<number, number>;
  /** 503 that did not say when to come again. */
  withoutRetryAfter: number;
};

type Savers = {
  /** Resolves when this many further saves are acknowledged. */
  progress: (count: number) => Promise<void>;
  /** How many were told so far to come again later. */
  refused: () => number;
  stop: () => Promise<void>;
};

type Target = { url: string; world: World };

/**
 * Eight clients that save a presence each as fast as they can and repeat a save under its key until it is answered,
 * as the journal's own page does.
 */
export async function startSavers({
  url,
  world,
}: Target): Promise<Savers & { verdict: (ownerUrl: string) => Promise<Verdict> }> {
  const cells = await cellsOf(world);
  const tally: Pick<Verdict, 'statuses' | 'withoutRetryAfter'> = { statuses: {}, withoutRetryAfter: 0 };
  const token = await world.token('gulnara');
  let running = true;
  const total = () => cells.reduce((sum, cell) => sum + cell.acknowledged, 0);
  const send = async (key: string, body: string): Promise<Reply> => {
    try {
      const response = await fetch(`${url}/api/journal/${world.college.sections.algorithms}/cells`, {
        method: 'PATCH',
        headers: {
          'Content-Type': 'application/json',
          Cookie: `vedomost-session=${token}`,
          Origin: url,
          'Idempotency-Key': key,
        },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        answer: await response.json(),
      };
    } catch {
      return { status: 0, retryAfter: null, answer: undefined }; // refused, cut or too late: unknown whether it was done
    }
  };
  const work = async (cell: Cell) => {
    while (running) {
      const value = cell.version % 2 === 0 ? 'late' : null;
      const edit = { lessonId: cell.lessonId, studentId: cell.studentId, version: cell.version, value };
      await saveOnce(cell, JSON.stringify({ presences: [edit] }));
    }
  };
  const saveOnce = async (cell: Cell, body: string) => {
    const key = randomUUID();
    for (const deadline = Date.now() + 60_000; ; ) {
      const { status, retryAfter, answer } = await send(key, body);
      tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
      if (status === 503 && !retryAfter) tally.withoutRetryAfter += 1;
      if (status === 200) return acknowledge(cell, answer as Answer);
      if (status !== 0 && status < 500) throw new Error(`a save was refused with ${status}: ${JSON.stringify(answer)}`);
      if (Date.now() > deadline)
        throw new Error(`a save got no answer for a minute: ${status} ${JSON.stringify(answer)}`);
      await pause(30);
    }
  };
  const clients = Promise.all(cells.map(work));
  clients.catch(() => undefined); // reported by whoever waits for progress or stop
  return {
    progress: async (count) => {
      const goal = total() + count;
      while (total() < goal) await Promise.race([pause(5), clients]);
    },
    refused: () => tally.statuses[503] ?? 0,
    stop: async () => {
      running = false;
      await clients;
    },
    verdict: async (ownerUrl) => ({ ...(await judge(ownerUrl, cells)), ...tally }),
  };
}

type Reply = { status: number; retryAfter: string | null; answer: unknown };
type Answer = { presences: { version: number }[]; conflicts: { version: number }[] };

/** A conflict in a cell that only we write means that something of ours went missing: go on from what is there. */
function acknowledge(cell: Cell, answer: Answer): void {
  const conflict = answer.conflicts[0];
  if (conflict) {
    cell.version = conflict.version;
    return;
  }
  cell.version = answer.presences[0]?.version ?? cell.version;
  cell.acknowledged += 1;
}

async function cellsOf({ college, people, owner }: World): Promise<Cell[]> {
  const places = [college.lessons.recent, college.lessons.today].flatMap((lessonId) =>
    [people.alina, people.timur, people.artem, people.igor].map((studentId) => ({ lessonId, studentId })),
  );
  const stored = await owner.attendanceEvent.findMany({ where: { OR: places } });
  return places.map((place) => {
    const found = stored.find((row) => row.lessonId === place.lessonId && row.studentId === place.studentId);
    const before = found?.presenceVersion ?? 0;
    return { ...place, before, acknowledged: 0, version: before };
  });
}

async function judge(ownerUrl: string, cells: readonly Cell[]) {
  const rows = await withClient(ownerUrl, async (client) => {
    const { rows: found } = await client.query<{ lesson: number; student: number; version: number; told: number[] }>(
      `SELECT e.lesson_id AS lesson, e.student_id AS student, e.presence_version AS version,
         (SELECT coalesce(array_agg(c.version ORDER BY c.version), '{}') FROM audit_change c
           WHERE c.entity = 'attendance' AND c.field = 'presence' AND c.lesson_id = e.lesson_id AND c.student_id = e.student_id) AS told
       FROM attendance_event e`,
    );
    return new Map(found.map((row) => [`${row.lesson} ${row.student}`, row]));
  });
  const verdict = { acknowledged: 0, lost: 0, doubled: 0, brokenHistories: 0 };
  for (const cell of cells) {
    const row = rows.get(`${cell.lessonId} ${cell.studentId}`);
    const version = row?.version ?? 0;
    verdict.acknowledged += cell.acknowledged;
    const effects = version - cell.before;
    verdict.lost += Math.max(0, cell.acknowledged - effects);
    verdict.doubled += Math.max(0, effects - cell.acknowledged);
    const whole = row?.told.length === version && row.told.every((told, index) => told === index + 1);
    if (version > 0 && !whole) verdict.brokenHistories += 1;
  }
  return verdict;
}
