import type { Actor } from '@/access/actor';
import type { Command } from './command';

/** The product itself: background jobs, the command line, the seeds. Holds every permission, is named in the audit. */
export function systemActor(now: Date, today: string, timeZone: string): Actor {
  return {
    kind: 'system',
    personId: 0,
    sessionId: null,
    name: 'Ведомость',
    mustChange: false,
    roles: [],
    permissions: new Set(),
    teaches: [],
    substitutes: [],
    curates: [],
    departments: [],
    children: [],
    studentId: null,
    now,
    today,
    timeZone,
  };
}

/** The adapter for jobs, the command line and seeds. @throws Refusal as the command does */
export function runAs<Input, Result>(actor: Actor, command: Command<Input, Result>, input: Input): Promise<Result> {
  return command.execute(actor, input, { address: 'local', device: 'system' });
}
