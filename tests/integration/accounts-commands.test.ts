import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anonymousActor } from '@/server/anonymous-actor';
import type { Command } from '@/server/command';
import { commands as entries } from '../matrix/entries/commands';
import { everyCommand } from '../support/commands';

let commands: ReadonlyMap<string, Command<never>>;
beforeAll(async () => {
  commands = await everyCommand();
});

const names = (matches: (command: Command<never>) => boolean) =>
  [...commands.values()]
    .filter(matches)
    .map(({ name }) => name)
    .sort();

describe('T-011 a fresh password', () => {
  test('T-011 the reviewed list of acts that ask for it', () => {
    expect(names(({ stepUp }) => stepUp)).toMatchInlineSnapshot(`
      [
        "academic-year.close",
        "academic-year.reopen-period",
        "academic-year.undo-closing",
        "accounts.block",
        "accounts.end-position",
        "accounts.give-position",
        "accounts.unblock",
        "backup.request",
        "credentials.issue",
        "import.export",
        "institution.edit-regulation",
        "rights.change",
      ]
    `);
  });

  test('T-011 each of them refuses an old session before it reads anything', async () => {
    const now = new Date('2026-10-14T08:00:00Z');
    for (const command of commands.values()) {
      if (!command.stepUp) continue;
      const permissions = new Set(command.permission === 'public' ? [] : command.permission);
      const signIn = { passwordAt: new Date('2026-10-14T07:49:59Z'), idleSeconds: 3600, expiresAt: now, shared: false };
      const actor = { ...anonymousActor, kind: 'person', personId: 1, permissions, now } as const;
      const asked = command.execute({ ...actor, signIn: { ...signIn, strangeDevice: false } }, {} as never, {
        ...{ address: 'test', device: 'test' },
      });
      await expect(asked, command.name).rejects.toMatchObject({ code: 'REAUTH_REQUIRED' });
    }
  });
});

test('T-013 nobody sets another’s password: only the set-up takes one, and no way from outside leads there', () => {
  const taking = names(({ schema }) =>
    /"(password|current|next)":/.test(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))),
  );
  expect(taking).toEqual(['account.change-password', 'people.open-accounts', 'session.step-up']);
  expect(entries['people.open-accounts']).not.toHaveProperty('via');
});
