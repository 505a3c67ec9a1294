import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blockAccount } from '@/features/accounts/block-account';
import { closeEnded } from '@/features/accounts/close-ended';
import { endPosition } from '@/features/accounts/end-position';
import { givePosition } from '@/features/accounts/give-position';
import { issueCredentials } from '@/features/accounts/issue-credentials';
import { loadAccounts } from '@/features/accounts/load-accounts';
import { loadSlips } from '@/features/accounts/load-slips';
import { unblockAccount } from '@/features/accounts/unblock-account';
import { slipsPdf } from '@/reports/slips/slips-pdf';
import { loadActor } from '@/server/load-actor';
import { hashToken } from '@/server/session-token';
import { runAs, systemActor } from '@/server/system-actor';
import { testDatabase } from '../support/database';
import { readPdf } from '../support/read-pdf';
import { attempt, givePasswords, password } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: '198.51.100.1', device: 'Tests' };
let world: World;
let number = 0;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(async () => {
  await testDatabase().setClock(worldNow);
  await givePasswords(world, 'gulnara', 'alina', 'renata');
  await world.owner.account.updateMany({ data: { mustChange: false, issuedUntil: null, issuedUsedAt: null } });
});
afterAll(() => world.close());

const key = () => `request-${++number}`;
async function issue(
  who: Parameters<World['actor']>[0],
  people: { personId: number; login?: string }[],
  requestKey = key(),
) {
  return issueCredentials.execute(await world.actor(who), { requestKey, people }, meta);
}
const alive = async (token: string) => (await loadActor(hashToken(token) ?? new Uint8Array())) !== null;

async function newcomer(lastName: string): Promise<number> {
  const { id } = await world.owner.person.create({ data: { lastName, firstName: 'Олег', sex: 'male' } });
  return id;
}

describe('R-004 R-005 R-006 issuing', () => {
  test('T-012 a slip signs in once, kills password and sessions, forces the change; nothing keeps it', async () => {
    const token = await world.token('alina');
    const { slips, batch } = await issue('denis', [{ personId: world.people.alina }]);
    const slip = slips[0];
    expect(await alive(token)).toBe(false);
    expect(await attempt('alina')).toBeNull();
    const typed = slip?.password.toLowerCase().replace(/(.{4})/g, '$1-') ?? '';
    const started = await attempt('alina', { password: typed });
    expect((await loadActor(hashToken(started?.token) ?? new Uint8Array()))?.mustChange).toBe(true);
    expect(await attempt('alina', { password: slip?.password ?? '' })).toBeNull();
    const dump = await world.owner.$queryRaw<{ text: string }[]>`
      SELECT query_to_xml('SELECT * FROM account', true, true, '')::text || query_to_xml('SELECT * FROM audit_change', true, true, '')::text
        || query_to_xml('SELECT * FROM idempotency_answer', true, true, '')::text
        || query_to_xml('SELECT * FROM credential_issue', true, true, '')::text AS text`;
    expect(dump[0]?.text).not.toContain(slip?.password);
    const row = await world.owner.credentialIssue.findFirstOrThrow({
      where: { batchId: batch },
      include: { batch: true },
    });
    expect(row).toMatchObject({
      personId: world.people.alina,
      opened: false,
      batch: { issuedById: world.people.denis },
    });
  });

  test('T-012 the same request prints once; the re-issue kills the former slip', async () => {
    const request = key();
    const first = await issue('denis', [{ personId: world.people.alina }], request);
    await expect(issue('denis', [{ personId: world.people.alina }], request)).rejects.toMatchObject({
      code: 'SLIPS_PRINTED',
    });
    const twice = key();
    const both = await Promise.allSettled([1, 2].map(() => issue('denis', [{ personId: world.people.alina }], twice)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await attempt('alina', { password: first.slips[0]?.password ?? '' })).toBeNull();
  });

  test('R-004 accounts are opened with a login of the name or a chosen one; a taken one is refused', async () => {
    const [one, two, three] = [await newcomer('Зорин'), await newcomer('Зорин'), await newcomer('Зорин')];
    const { slips } = await issue('denis', [{ personId: one }, { personId: two }]);
    expect(slips.map(({ login }) => login)).toEqual(['zorin.o', 'zorin.o2']);
    await expect(issue('denis', [{ personId: three, login: 'gulnara' }])).rejects.toMatchObject({
      code: 'LOGIN_TAKEN',
    });
    await expect(issue('denis', [{ personId: one, login: 'zorin' }])).rejects.toMatchObject({ code: 'INVALID' });
    expect((await issue('denis', [{ personId: three, login: 'zorin.third' }])).slips[0]?.login).toBe('zorin.third');
  });

  test('T-020 R-006 a curator serves students and parents of the own group, nobody else', async () => {
    const { people } = world;
    await expect(issue('liliya', [{ personId: people.alina }, { personId: people.renata }])).resolves.toBeDefined();
    for (const foreign of [people.mira, people.gulnara, people.denis, 987_654]) {
      await expect(issue('liliya', [{ personId: people.alina }, { personId: foreign }])).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await expect(issue('gulnara', [{ personId: people.alina }])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const view = await loadSlips(await world.actor('liliya'), world.college.groups.isp);
    expect(view?.people.map(({ name }) => name.split(' ')[0])).toEqual(
      expect.arrayContaining(['Абдуллин', 'Давлетшина', 'Иванов']),
    );
    expect(await loadSlips(await world.actor('liliya'), world.college.groups.pkd)).toBeNull();
    expect(await loadSlips(await world.actor('gulnara'), null)).toBeNull();
  });

  test('R-004 R-006 the staff has slips of its own, and who is enrolled for a coming day is on the list', async () => {
    const { people, college } = world;
    const staff = await loadSlips(await world.actor('denis'), 'staff');
    expect(staff).toMatchObject({ staff: true, chosen: { of: 'staff', name: 'Сотрудники' } });
    expect(staff?.people.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([people.gulnara, people.anton]),
    );
    expect(staff?.people.every(({ personId }) => personId !== people.alina)).toBe(true);
    expect(await loadSlips(await world.actor('liliya'), 'staff')).toBeNull();
    const personId = await newcomer('Яшин');
    const order = await world.owner.administrativeOrder.findFirstOrThrow({ where: { kind: 'enrollment' } });
    await world.owner.student.create({
      data: {
        id: personId,
        enrollments: {
          create: { groupId: college.groups.isp, startsOn: new Date('2026-11-01'), entryOrderId: order.id },
        },
      },
    });
    const view = await loadSlips(await world.actor('liliya'), college.groups.isp);
    expect(view?.people.find((one) => one.personId === personId)).toMatchObject({
      who: expect.stringContaining('студент '),
    });
    await expect(issue('liliya', [{ personId }])).resolves.toBeDefined();
  });

  test('T-011 an old session is asked for the password first', async () => {
    const actor = await world.actor('denis');
    const old = { ...actor, now: new Date(actor.now.getTime() + 11 * 60_000) };
    const asked = issueCredentials.execute(
      old,
      { requestKey: key(), people: [{ personId: world.people.alina }] },
      meta,
    );
    await expect(asked).rejects.toMatchObject({ code: 'REAUTH_REQUIRED' });
  });

  test('R-006 ten slips a page, each with name, login and password', async () => {
    const { people } = world;
    const ids = [
      people.alina,
      people.timur,
      people.artem,
      people.pavel,
      people.kirill,
      people.igor,
      people.renata,
      people.viktor,
    ];
    const more = [people.arslan, people.mira, people.rustem].map((personId) => ({ personId }));
    const issued = await issue('denis', [...ids.map((personId) => ({ personId })), ...more]);
    const issuer = { name: 'Громов Д. А.', institution: 'ЗПК', timeZone: 'Europe/Samara' };
    const chunks: Buffer[] = [];
    for await (const chunk of slipsPdf(issued, issuer)) chunks.push(chunk as Buffer);
    const pages = await readPdf(Buffer.concat(chunks));
    expect(pages).toHaveLength(2);
    const text = pages.map((page) => page.text).join(' ');
    for (const { login, password: secret } of issued.slips) {
      expect(text).toContain(login);
      expect(text.replaceAll(/[\s-]/g, '')).toContain(secret);
    }
    expect(text).toContain('родитель: Давлетшин Арслан, Давлетшина Алина');
  });
});

describe('R-013 T-006 closing', () => {
  test('T-006 T-071 a closed account is out at the next click, and in again when it is opened', async () => {
    const admin = await world.actor('denis');
    const token = await world.token('gulnara');
    const personId = world.people.gulnara;
    await blockAccount.execute(admin, { personId, reason: 'пароль узнали посторонние' }, meta);
    expect(await alive(token)).toBe(false);
    expect(await attempt('gulnara')).toBeNull();
    await expect(issue('denis', [{ personId }])).rejects.toMatchObject({ code: 'INVALID' });
    await unblockAccount.execute(admin, { personId }, meta);
    expect(await attempt('gulnara', { password })).not.toBeNull();
    await expect(unblockAccount.execute(admin, { personId }, meta)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(
      blockAccount.execute(admin, { personId: world.people.denis, reason: 'я' }, meta),
    ).rejects.toMatchObject({ code: 'INVALID' });
    await expect(
      blockAccount.execute(await world.actor('venera'), { personId, reason: 'я' }, meta),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const events = await world.owner.auditEvent.findMany({
      where: { command: { startsWith: 'accounts.' } },
      include: { changes: true },
    });
    expect(events.map(({ command, changes }) => [command, changes[0]?.before, changes[0]?.after])).toEqual([
      ['accounts.block', null, 'пароль узнали посторонние'],
      ['accounts.unblock', 'пароль узнали посторонние', null],
    ]);
  });

  test('T-014 whose last tie ended is closed on the day after, with all sessions', async () => {
    const day = async (date: string) => {
      await testDatabase().setClock(`${date}T08:00:00.000Z`);
      const system = systemActor(new Date(`${date}T08:00:00Z`), date, 'Europe/Samara');
      await runAs(system, closeEnded, {});
      const rows = await world.owner.account.findMany({ where: { blockedAt: { not: null } }, select: { login: true } });
      return rows.map(({ login }) => login).sort();
    };
    await world.owner.staffMember.update({
      where: { id: world.people.anton },
      data: { leftOn: new Date('2026-10-20') },
    });
    await world.owner.enrollment.updateMany({
      where: { studentId: world.people.artem },
      data: { endsOn: new Date('2026-10-20') },
    });
    expect(await day('2026-10-20')).toEqual([]);
    const token = await world.token('anton');
    expect(await day('2026-10-21')).toEqual(['anton', 'artem', 'viktor']);
    expect(await alive(token)).toBe(false);
    await world.owner.account.updateMany({ data: { blockedAt: null, blockReason: null } });
  });
});

describe('R-002 R-003 positions', () => {
  test('R-003 a position gives its functions and takes them away the day after', async () => {
    const admin = await world.actor('denis');
    const position = {
      personId: world.people.gulnara,
      role: 'methodist',
      title: 'методист',
      startsOn: '2026-10-14',
    } as const;
    const { id } = await givePosition.execute(admin, position, meta);
    expect((await world.actor('gulnara')).permissions.has('journal.viewAll')).toBe(true);
    await expect(givePosition.execute(admin, position, meta)).rejects.toMatchObject({ code: 'DUPLICATE' });
    await endPosition.execute(admin, { positionId: id, endsOn: '2026-10-14' }, meta);
    await testDatabase().setClock('2026-10-15T08:00:00.000Z');
    expect((await world.actor('gulnara')).permissions.has('journal.viewAll')).toBe(false);
    const own = await world.owner.staffPosition.findFirstOrThrow({ where: { staffId: world.people.denis } });
    await expect(endPosition.execute(admin, { positionId: own.id, endsOn: '2026-10-14' }, meta)).rejects.toMatchObject({
      code: 'INVALID',
    });
  });
});

describe('R-004 the list', () => {
  const filter = { q: '', kind: '', group: null, state: '', page: 1 } as const;
  test.each([
    [{ q: 'давлетш' }, ['Давлетшин', 'Давлетшина', 'Давлетшина']],
    [{ q: 'renata' }, ['Давлетшина']],
    [{ q: '100%' }, []],
    [{ kind: 'parents' as const }, ['Давлетшина', 'Иванов']],
  ])('is searched by %j', async (wanted, surnames) => {
    const list = await loadAccounts(await world.actor('denis'), { ...filter, ...wanted });
    expect(list?.lines.map(({ name }) => name.split(' ')[0])).toEqual(surnames);
  });

  test('is nobody’s but the administrator’s', async () => {
    expect(await loadAccounts(await world.actor('venera'), filter)).toBeNull();
  });
});
