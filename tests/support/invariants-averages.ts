import { averageOf } from '@/domain/grading/average';
import { proposeMark } from '@/domain/grading/proposal';
import { parseRegulation, type Regulation } from '@/domain/regulation/regulation';
import type { MarkValue } from '@/domain/types';
import type { PrismaClient } from '@/server/prisma/client';

/** Where marks of one student count together: one course in one period, in whatever group. */
type Pot = { pot: string; section: number };
type Step = Pot & { assignment: number; value: MarkValue | null; type: string; id: number };
type Given = Pot & {
  place: string;
  average: string | null;
  proposed: string | null;
  passFail: boolean;
  regulation: number;
  step: number;
};

const markSteps = `
  SELECT c.student_id || ' ' || i.course_id || ' ' || l.period_id AS pot, s.id AS section, c.assignment_id AS assignment, c.after AS value,
    a.task_type AS type, c.id::int AS id
  FROM audit_change c JOIN assignment a ON a.id = c.assignment_id JOIN lesson l ON l.id = a.lesson_id AND l.state <> 'cancelled'
    JOIN course_section s ON s.id = l.section_id JOIN curriculum_item i ON i.id = s.item_id
  WHERE c.entity = 'mark' AND c.field = 'value' ORDER BY c.id`;

const grades = `
  SELECT g.student_id || ' ' || i.course_id || ' ' || g.period_id AS pot, g.section_id AS section,
    g.section_id || ' ' || g.period_id || ' ' || g.student_id AS place, g.average::text AS average, g.proposed, i.pass_fail AS "passFail",
    (SELECT r.id FROM regulation_version r WHERE r.valid_from <= g.entered_at::date ORDER BY r.valid_from DESC LIMIT 1) AS regulation, t.step
  FROM grade g JOIN course_section s ON s.id = g.section_id JOIN curriculum_item i ON i.id = s.item_id
    JOIN (SELECT record_id, period_id, student_id, max(id)::int AS step FROM audit_change WHERE entity = 'grade' AND field = 'value' GROUP BY 1, 2, 3) t
      ON t.record_id = g.section_id AND t.period_id = g.period_id AND t.student_id = g.student_id`;

/** I5: the average and the proposal kept with each period grade equal a recomputation from the history up to that grade. */
export async function checkAverages(owner: PrismaClient): Promise<string[]> {
  const versions = await owner.regulationVersion.findMany({ select: { id: true, data: true } });
  const regulations = new Map(versions.map(({ id, data }) => [id, parseRegulation(data)]));
  const pots = new Map<string, Step[]>();
  for (const step of await owner.$queryRawUnsafe<Step[]>(markSteps)) {
    const pot = pots.get(step.pot) ?? [];
    pots.set(step.pot, pot);
    pot.push(step);
  }
  const given = await owner.$queryRawUnsafe<Given[]>(grades);
  return given.flatMap((grade) => {
    const { place, average, proposed, passFail } = grade;
    const regulation = regulations.get(grade.regulation);
    if (!regulation) return [`I5 grade ${place}: no regulation was in force`];
    const again = recompute(standing(pots.get(grade.pot) ?? [], grade), regulation, grade.section);
    const wanted = passFail ? null : again.proposed;
    if (again.average === average && wanted === proposed) return [];
    return [`I5 grade ${place}: kept ${average} → ${proposed}, recomputed ${again.average} → ${wanted}`];
  });
}

/** Marks as they stood when the grade was given: the last step of each before the grade's own. */
function standing(steps: readonly Step[], { step: until }: Given): Step[] {
  const last = new Map<number, Step>();
  for (const step of steps) if (step.id < until) last.set(step.assignment, step);
  return [...last.values()];
}

function recompute(marks: readonly Step[], { periodMark, taskTypes }: Regulation, own: number) {
  const counted = marks.flatMap(({ value, type, section }) => {
    if (value === null || (section !== own && periodMark.formerSectionMarks !== 'count')) return [];
    return [{ value, weight: taskTypes.find(({ id }) => id === type)?.weight ?? 1 }];
  });
  const average = averageOf(counted, periodMark);
  return {
    average: average ? (average.hundredths / 100).toFixed(2) : null,
    proposed: proposeMark(average, periodMark)?.value ?? null,
  };
}
