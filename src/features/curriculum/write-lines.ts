import type { CourseKind } from '@/domain/curriculum/plan';
import { createdStep } from '@/features/institution/created-step';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import type { Term, Weeks } from './plan-fields';
import { termsText } from './term-words';

export type NewLine = {
  index: string;
  name: string;
  kind: CourseKind;
  passFail: boolean;
  ordinal: number;
  courseId: number;
  terms: readonly Term[];
};

/** New lines of a plan with their terms. Answers their ids in the order given. */
export async function insertLines(
  tx: Db,
  curriculumId: number,
  lines: readonly NewLine[],
): Promise<{ ids: number[]; steps: AuditStep[] }> {
  if (lines.length === 0) return { ids: [], steps: [] };
  const rows = await tx.curriculumItem.createManyAndReturn({
    data: lines.map(({ courseId, index, passFail, ordinal }) => ({ curriculumId, courseId, index, passFail, ordinal })),
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  await insertTerms(
    tx,
    lines.map(({ terms }, place) => ({ itemId: ids[place] ?? 0, terms })),
  );
  const steps = lines.map(({ index, name, kind, passFail, terms }, place) =>
    createdStep('curriculumItem', ids[place] ?? 0, { index, name, kind, passFail, terms: termsText(terms) }),
  );
  return { ids, steps };
}

export async function insertTerms(tx: Db, lines: readonly { itemId: number; terms: readonly Term[] }[]): Promise<void> {
  await tx.curriculumTerm.createMany({
    data: lines.flatMap(({ itemId, terms }) => terms.map((term) => ({ ...term, itemId }))),
  });
}

/** The weeks of lessons by semester, as they are from now on. */
export async function writeWeeks(tx: Db, curriculumId: number, weeks: Weeks): Promise<void> {
  await tx.curriculumSemester.deleteMany({ where: { curriculumId } });
  const named = weeks.filter((row) => row.weeks > 0);
  await tx.curriculumSemester.createMany({ data: named.map((row) => ({ ...row, curriculumId })) });
}
