import { z } from 'zod';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { createdStep } from './created-step';
import { nameField } from './inputs';

const input = z.strictObject({
  name: nameField(300),
  shortName: nameField(100),
  founder: nameField(300),
  city: nameField(100),
  timeZone: z.string(),
  demo: z.boolean().default(false),
});

/** Writes the one institution of this installation (G-08: its time zone rules every deadline). @throws Refusal INVALID, DUPLICATE */
export const setUpInstitution = defineCommand({
  name: 'institution.set-up',
  permission: 'institution.setUp',
  input,
  period: 'none',
  run: async ({ tx, input: institution }) => {
    if (!isTimeZone(institution.timeZone)) throw new Refusal('INVALID', { fields: ['timeZone'] });
    if ((await tx.institution.count()) > 0) throw new Refusal('DUPLICATE');
    const { id } = await tx.institution.create({ data: institution, select: { id: true } });
    const steps = [createdStep('institution', id, institution)];
    return { result: { id }, audit: { object: 'institution', objectId: id, steps } };
  },
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
