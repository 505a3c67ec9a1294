import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay, toDayOrNull } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

const input = z.strictObject({
  curatorships: z
    .array(
      z.strictObject({
        groupId: idField,
        staffId: idField,
        startsOn: dateField,
        endsOn: dateField.nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
});

/** Appoints curators of groups; the database keeps two of one group apart in time. */
export const appointCurators = defineCommand({
  name: 'groups.appoint-curators',
  permission: 'year.manage',
  input,
  period: 'none',
  run: async ({ tx, input: { curatorships } }) => {
    const rows = await tx.curatorship.createManyAndReturn({
      data: curatorships.map((row) => ({ ...row, startsOn: toDay(row.startsOn), endsOn: toDayOrNull(row.endsOn) })),
      select: { id: true },
    });
    const steps = rows.map(({ id }, place) => createdStep('curatorship', id, { ...curatorships[place] }));
    return { result: { appointed: rows.length }, audit: { object: 'group', objectId: null, steps } };
  },
});
