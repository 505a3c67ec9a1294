import type { Actor } from '@/access/actor';
import { markCells } from '@/features/journal/mark-cells';
import { loadActor } from '@/server/load-actor';
import type { PrismaClient } from '@/server/prisma/client';
import { hashToken } from '@/server/session-token';
import { openSession } from './world';

type Cell = { sectionId: number; lessonId: number; studentId: number; teacherId: number };

/** What came of a run of saves; `p95` in milliseconds. */
export type Steady = { saves: number; refused: string[]; p95: number };

/**
 * Saves `perSecond` lateness of one student each, by the teachers of lessons held between two days, until it is stopped: whether
 * or not the former ones have been answered, as a college does.
 */
export async function saveSteadily(
  owner: PrismaClient,
  { perSecond, from, to }: { perSecond: number; from: string; to: string },
): Promise<{ stop: () => Promise<Steady> }> {
  const cells = await freeCells(owner, from, to);
  const teachers = new Map<number, Actor>();
  for (const { teacherId } of cells) {
    if (!teachers.has(teacherId)) teachers.set(teacherId, await actorOf(owner, teacherId));
  }
  const times: number[] = [];
  const refused: string[] = [];
  const running: Promise<void>[] = [];
  const save = async ({ sectionId, lessonId, studentId, teacherId }: Cell) => {
    const started = performance.now();
    const presences = [{ lessonId, studentId, version: 0, value: 'late' as const }];
    const meta = { address: 'test', device: 'test', idempotencyKey: `steady-${lessonId}-${studentId}` };
    const teacher = teachers.get(teacherId);
    if (!teacher) throw new Error(`nobody gives lesson ${lessonId}`);
    await markCells.execute(teacher, { sectionId, presences }, meta).catch((error: unknown) => {
      refused.push(String(error));
    });
    times.push(performance.now() - started);
  };
  const timer = setInterval(() => {
    const cell = cells.pop();
    if (cell) running.push(save(cell));
  }, 1000 / perSecond);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(running);
      const sorted = times.toSorted((one, other) => one - other);
      return { saves: times.length, refused, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
    },
  };
}

/** People who came to a lesson, each at most once, spread over lessons and groups. */
function freeCells(owner: PrismaClient, from: string, to: string): Promise<Cell[]> {
  return owner.$queryRaw<Cell[]>`
    SELECT l.section_id AS "sectionId", l.id AS "lessonId", e.student_id AS "studentId", l.teacher_id AS "teacherId"
    FROM lesson l JOIN enrollment e ON e.group_id = l.group_id AND e.starts_on <= l.date AND (e.ends_on IS NULL OR e.ends_on >= l.date)
    WHERE l.date BETWEEN ${from}::date AND ${to}::date AND l.state = 'held'
      AND NOT EXISTS (SELECT 1 FROM attendance_event v WHERE v.lesson_id = l.id AND v.student_id = e.student_id)
    ORDER BY hashint8(l.id::bigint * 1000003 + e.student_id) LIMIT 12000`;
}

async function actorOf(owner: PrismaClient, personId: number): Promise<Actor> {
  const actor = await loadActor(hashToken(await openSession(owner, personId)) ?? new Uint8Array());
  if (!actor) throw new Error(`${personId} cannot sign in`);
  return actor;
}
