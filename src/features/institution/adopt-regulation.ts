import { z } from 'zod';
import { profiles } from '@/domain/regulation/profiles';
import { regulationSchema } from '@/domain/regulation/regulation';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { dateField, toDay } from './inputs';

const input = z.strictObject({
  validFrom: dateField,
  /** A shipped profile by its id, or an institution's own edit of one. */
  regulation: z.union([z.enum(['s0', 's1', 's2', 's3', 's4', 'demo']), regulationSchema]),
});

/** Puts a version of the regulation in force from a day on; versions are never changed (C-01…C-26). @throws Refusal DUPLICATE */
export const adoptRegulation = defineCommand({
  name: 'institution.adopt-regulation',
  permission: 'regulation.edit',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { validFrom, regulation } }) => {
    const data = typeof regulation === 'string' ? profiles[regulation] : regulation;
    if (await tx.regulationVersion.findUnique({ where: { validFrom: toDay(validFrom) }, select: { id: true } })) {
      throw new Refusal('DUPLICATE', { fields: ['validFrom'] });
    }
    const { id } = await tx.regulationVersion.create({
      data: {
        profile: data.profile,
        validFrom: toDay(validFrom),
        data: JSON.parse(JSON.stringify(data)),
        createdAt: now,
        createdById: actor.kind === 'person' ? actor.personId : null,
      },
      select: { id: true },
    });
    const after = `${data.profile} ${validFrom}`;
    const steps = [{ entity: 'regulation', field: 'created', recordId: id, before: null, after }];
    return { result: { id }, audit: { object: 'regulation', objectId: id, steps } };
  },
});
