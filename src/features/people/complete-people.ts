import { z } from 'zod';
import { idField, nameField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const fields = ['phone', 'email', 'snils'] as const;

const input = z.strictObject({
  people: z
    .array(
      z.strictObject({
        personId: idField,
        phone: nameField(40).nullable().default(null),
        email: nameField(200).nullable().default(null),
        snils: z
          .string()
          .regex(/^\d{3}-\d{3}-\d{3} \d{2}$/)
          .nullable()
          .default(null),
      }),
    )
    .min(1)
    .max(5000),
});

type Row = { id: number; phone: string | null; email: string | null; snils: string | null };

/**
 * Completes what is known of people from a list: what is given is written over, null leaves what is there. Whoever has
 * the card open is told (its version rises). @throws Refusal NOT_FOUND, DUPLICATE for another's СНИЛС
 */
export const completePeople = defineCommand({
  name: 'people.complete',
  permission: 'people.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { people } }) => {
    const ids = people.map(({ personId }) => personId);
    const former = await tx.$queryRaw<Row[]>`
      SELECT id, phone, email, snils FROM person WHERE id = ANY (${ids}::int[]) ORDER BY id FOR UPDATE`;
    const byId = new Map(former.map((row) => [row.id, row]));
    const steps = people.flatMap(({ personId, ...given }): AuditStep[] => {
      const row = byId.get(personId);
      if (!row) throw new Refusal('NOT_FOUND');
      return fields
        .filter((field) => given[field] !== null && given[field] !== row[field])
        .map((field) => ({
          ...{ entity: 'person', field, recordId: personId, personal: personId },
          ...{ before: row[field], after: given[field] },
        }));
    });
    await tx.$executeRaw`
      UPDATE person p SET phone = coalesce(g.phone, p.phone), email = coalesce(g.email, p.email), snils = coalesce(g.snils, p.snils),
        version = p.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS g("personId" int, phone text, email text, snils text)
      WHERE p.id = g."personId"`;
    return { result: { completed: people.length }, audit: { object: 'person', objectId: null, steps } };
  },
});
