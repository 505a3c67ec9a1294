import type { CourseKind } from '@/domain/curriculum/plan';
import { createdStep } from '@/features/institution/created-step';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';

export type CourseKey = { name: string; kind: CourseKind };

/** Ids of courses by name and kind, those that are missing created: plans of several years share one course. */
export async function ensureCourses(
  tx: Db,
  wanted: readonly CourseKey[],
): Promise<{ idOf: (name: string, kind: string) => number; steps: AuditStep[] }> {
  const keyOf = (name: string, kind: string): string => `${kind} ${name}`;
  const byKey = new Map(wanted.map(({ name, kind }) => [keyOf(name, kind), { name, kind }]));
  const created = await tx.course.createManyAndReturn({
    data: [...byKey.values()],
    skipDuplicates: true,
    select: { id: true, name: true, kind: true },
  });
  const all = await tx.course.findMany({
    where: { name: { in: [...byKey.values()].map(({ name }) => name) } },
    select: { id: true, name: true, kind: true },
  });
  const ids = new Map(all.map(({ id, name, kind }) => [keyOf(name, kind), id]));
  return {
    idOf: (name, kind) => ids.get(keyOf(name, kind)) ?? 0,
    steps: created.map(({ id, name, kind }) => createdStep('course', id, { name, kind })),
  };
}
