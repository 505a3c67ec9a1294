import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay, toDayOrNull } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { type Reach, reachedPeriods } from './reached-periods';

const input = z.strictObject({
  subgroups: z
    .array(
      z.strictObject({
        groupId: idField,
        division: nameField(60),
        name: nameField(40),
        members: z.array(
          z.strictObject({
            studentId: idField,
            startsOn: dateField,
            endsOn: dateField.nullable().default(null),
          }),
        ),
      }),
    )
    .min(1)
    .max(500),
});

/**
 * Divides groups into subgroups for some of their courses (R-031); members join a subgroup that is there already, as those
 * do who come by a later order. Answers the subgroups' ids in the order given. @throws Refusal NOT_ENROLLED
 */
export const divideGroups = defineCommand({
  name: 'groups.divide',
  permission: 'load.enter',
  input,
  period: ({ tx, input: { subgroups } }) => reachedPeriods(tx, reachesOf(subgroups)),
  run: async ({ tx, input: { subgroups } }) => {
    await assertEnrolled(tx, subgroups);
    const known = await findSubgroups(tx, subgroups);
    const missing = subgroups.filter((row) => !known.has(keyOf(row)));
    const rows = await tx.subgroup.createManyAndReturn({
      data: missing.map(({ groupId, division, name }) => ({ groupId, division, name })),
      select: { id: true },
    });
    const created = new Map(missing.map((row, place) => [keyOf(row), rows[place]?.id ?? 0]));
    const ids = subgroups.map((row) => known.get(keyOf(row)) ?? created.get(keyOf(row)) ?? 0);
    const members = subgroups.flatMap(({ members: own }, place) =>
      own.map((member) => ({ ...member, subgroupId: ids[place] ?? 0 })),
    );
    const memberships = await tx.subgroupMembership.createManyAndReturn({
      data: members.map((row) => ({ ...row, startsOn: toDay(row.startsOn), endsOn: toDayOrNull(row.endsOn) })),
      select: { id: true },
    });
    const steps = [
      ...missing.map(({ members: _, ...row }, place) => createdStep('subgroup', rows[place]?.id ?? 0, row)),
      ...memberships.map(({ id }, place) => createdStep('subgroupMembership', id, { ...members[place] })),
    ];
    return { result: { ids }, audit: { object: 'subgroup', objectId: null, steps } };
  },
});

function reachesOf(subgroups: z.output<typeof input>['subgroups']): Reach[] {
  return subgroups.flatMap(({ groupId, members }) =>
    members.map(({ startsOn, endsOn }) => ({ groupId, from: startsOn, to: endsOn })),
  );
}

type Named = { groupId: number; division: string; name: string };

const keyOf = ({ groupId, division, name }: Named): string => JSON.stringify([groupId, division, name]);

async function findSubgroups(tx: Db, wanted: readonly Named[]): Promise<Map<string, number>> {
  const found = await tx.subgroup.findMany({
    where: { OR: wanted.map(({ groupId, division, name }) => ({ groupId, division, name })) },
    select: { id: true, groupId: true, division: true, name: true },
  });
  return new Map(found.map((row) => [keyOf(row), row.id]));
}

/** Members of a subgroup are students of its group on their first day in it (T-023). */
async function assertEnrolled(tx: Db, subgroups: z.output<typeof input>['subgroups']): Promise<void> {
  const members = subgroups.flatMap(({ groupId, members: own }) => own.map((member) => ({ ...member, groupId })));
  const strangers = await tx.$queryRaw<{ studentId: number }[]>`
    SELECT "studentId" FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb) AS m("studentId" int, "groupId" int, "startsOn" date)
    WHERE NOT EXISTS (SELECT 1 FROM enrollment e WHERE e.student_id = m."studentId" AND e.group_id = m."groupId"
      AND e.starts_on <= m."startsOn" AND (e.ends_on IS NULL OR e.ends_on >= m."startsOn")) LIMIT 1`;
  if (strangers.length > 0) throw new Refusal('NOT_ENROLLED');
}
