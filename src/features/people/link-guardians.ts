import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

const link = z.strictObject({ guardianId: idField, studentId: idField, relation: nameField(40), startsOn: dateField });
const input = z.strictObject({ links: z.array(link).min(1).max(5000) });

/** Ties parents to their children: from then on they see the child's diary, unless an adult child closes it. */
export const linkGuardians = defineCommand({
  name: 'people.link-guardians',
  permission: 'people.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { links } }) => {
    await tx.$executeRaw`
      INSERT INTO guardianship (guardian_id, student_id, relation, starts_on) SELECT "guardianId", "studentId", relation, "startsOn"
      FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l("guardianId" int, "studentId" int, relation text, "startsOn" date)`;
    const steps = links.map(({ studentId, ...row }) => createdStep('guardianship', studentId, row, studentId));
    return { result: { links: links.length }, audit: { object: 'guardianship', objectId: null, steps } };
  },
});
