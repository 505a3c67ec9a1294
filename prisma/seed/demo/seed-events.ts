import { divideGroups } from '@/features/groups/divide-groups';
import { moveStudents } from '@/features/groups/move-students';
import { decideParentAccess } from '@/features/people/decide-parent-access';
import { substituteLessons } from '@/features/timetable/substitute-lessons';
import type { DemoPlan, Movement } from './model';
import { type Subgroups, subgroupName } from './roster';
import type { Made, Stage } from './stage';
import { groupBy, inOrder } from './tables';

type Move = Parameters<typeof moveStudents.execute>[1]['moves'][number];

const subjects: Record<Movement['kind'], string> = {
  arrive: 'О зачислении',
  expel: 'Об отчислении по собственному желанию',
  transfer: 'О переводе в другую группу',
  leave: 'О предоставлении академического отпуска',
  home: 'Об организации обучения на дому',
  graduate: 'О выпуске',
};

function moveOf(row: Movement, made: Made): Move | null {
  const { kind, order: number, orderDate: date, date: effectiveOn, until: endsOn } = row;
  const base = { number, date, subject: subjects[kind], studentId: made.people.get(row.student), effectiveOn };
  switch (kind) {
    case 'arrive':
      return null;
    case 'expel':
      return { ...base, kind: 'expulsion' };
    case 'graduate':
      return { ...base, kind: 'graduation' };
    case 'transfer':
      return { ...base, kind: 'transfer', groupId: made.groups.get(row.target ?? '') };
    case 'leave':
      return { ...base, kind: 'academicLeave', endsOn };
    case 'home':
      return { ...base, kind: 'studyForm', form: 'homeStudy', endsOn };
  }
}

type Event = { date: string; run: (stage: Stage) => Promise<unknown> };

/** Orders on students, substitutions and decisions about access, each on its day. */
export async function seedEvents(stage: Stage, plan: DemoPlan, made: Made, subgroups: Subgroups): Promise<void> {
  const events = [
    ...movementEvents(plan, made, subgroups),
    ...substitutionEvents(plan, made),
    ...accessEvents(plan, made),
  ];
  events.sort((one, other) => inOrder(one.date, other.date));
  for (const { date, run } of events) {
    await stage.at(`${date}T06:30:00Z`);
    await run(stage);
  }
}

function movementEvents(plan: DemoPlan, made: Made, subgroups: Subgroups): Event[] {
  const byDate = groupBy(plan.movements, ({ orderDate }) => orderDate);
  return [...byDate].flatMap(([date, rows]) => {
    const moves = rows.flatMap((row) => moveOf(row, made) ?? []);
    if (moves.length === 0) return [];
    const joined = rows.flatMap((row) => joinedSubgroups(plan, made, subgroups, row));
    const run = async (stage: Stage) => {
      await stage.run(moveStudents, { moves });
      if (joined.length > 0) await stage.run(divideGroups, { subgroups: joined });
    };
    return [{ date, run }];
  });
}

/** The subgroups of the new group that a transferred student joins. */
function joinedSubgroups(plan: DemoPlan, made: Made, subgroups: Subgroups, { kind, student, target, date }: Movement) {
  const membership = plan.memberships.find(
    (row) => row.student === student && row.group === target && row.from === date,
  );
  if (kind !== 'transfer' || target === null || !membership) return [];
  const number = subgroups.get(`${target} ${student}`);
  const divisions = new Set(
    plan.sections.flatMap(
      ({ group, division, subgroup }) => (group === target && subgroup === number ? division : null) ?? [],
    ),
  );
  const member = { studentId: made.people.get(student), startsOn: date, endsOn: membership.to };
  return [...divisions].map((division) => ({
    groupId: made.groups.get(target),
    division,
    name: subgroupName(number),
    members: [member],
  }));
}

function substitutionEvents(plan: DemoPlan, made: Made): Event[] {
  const substituted = [...plan.lessons.entries()].flatMap(([no, { substitution, teacher }]) =>
    substitution ? [{ no, substitution, teacher }] : [],
  );
  const byDate = groupBy(substituted, ({ substitution }) => substitution.orderDate);
  return [...byDate].map(([date, rows]) => ({
    date,
    run: (stage) =>
      stage.run(substituteLessons, {
        substitutions: rows.map(({ no, substitution, teacher }) => ({
          lessonId: made.lessons.get(no),
          teacherId: made.people.get(teacher),
          reason: substitution.reason,
          orderNumber: substitution.order,
          orderedOn: substitution.orderDate,
        })),
      }),
  }));
}

function accessEvents(plan: DemoPlan, made: Made): Event[] {
  return plan.closedAccess.map(({ student, date }) => ({
    date,
    run: (stage) => stage.run(decideParentAccess, { studentId: made.people.get(student), allowed: false }),
  }));
}
