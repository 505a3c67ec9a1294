import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Actor } from '@/access/actor';
import { loadJournalList } from '@/features/journal/load-journal-list';
import { loadSearch } from '@/features/search/load-search';
import { maySearch } from '@/features/search/search-scope';
import { loadActor } from '@/server/load-actor';
import type { PrismaClient } from '@/server/prisma/client';
import { hashToken } from '@/server/session-token';
import { type DemoCollege, demoPatience, openDemoCollege } from '../support/demo-college';
import { demoDate } from '../support/e2e-template';
import { type IndependentScope, independentScope, type Named } from '../support/independent-scope';
import { openSession } from '../support/world';

const rounds = inject('rounds') === 'full' ? 300 : 30;
const everything = 100_000;
const typed = ['ма', 'ан', 'ил', 'ис', 'оп', 'тех', 'са', 'ко', 'ва', 'ар'];
const days = ['2026-11-20', '2026-11-19', '2026-09-02', '2025-10-14', '2026-11-21'];
let college: DemoCollege;
let owner: PrismaClient;

beforeAll(async () => {
  college = await openDemoCollege();
  owner = college.owner;
}, demoPatience);
afterAll(() => college?.close());

/** People of every kind in a row that looks random and is always the same; the staff among them thrice as often. */
async function somePeople(count: number): Promise<number[]> {
  const rows = await owner.$queryRaw<{ id: number }[]>`
    SELECT a.person_id AS id FROM account a LEFT JOIN staff_member f ON f.id = a.person_id
    ORDER BY row_number() OVER (PARTITION BY f.id IS NULL ORDER BY hashtext(a.login)) * CASE WHEN f.id IS NULL THEN 3 ELSE 1 END, a.login LIMIT ${count}`;
  return rows.map(({ id }) => id);
}

async function actorOf(personId: number): Promise<Actor> {
  const hash = hashToken(await openSession(owner, personId));
  const actor = hash ? await loadActor(hash) : null;
  if (!actor) throw new Error(`${personId} cannot sign in`);
  return actor;
}

const fold = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
const ids = (list: readonly { id: number }[]) => list.map(({ id }) => id).sort((one, other) => one - other);
const inside = (word: string) => (one: Named) => fold(one.text).replaceAll('-', '').includes(word);
const begins = (word: string) => (one: Named) =>
  fold(one.text)
    .split(' ')
    .some((part) => part.startsWith(word));

async function found(actor: Actor, text: string) {
  const hits = await loadSearch(actor, text, everything);
  return (kind: string) => ids(hits.filter((hit) => hit.kind === kind));
}

/** What the search says and what it should, by kinds. */
async function compared(actor: Actor, scope: IndependentScope, word: string, day: string) {
  const [byWord, byDay] = [await found(actor, word), await found(actor, day.split('-').reverse().join('.'))];
  return {
    said: {
      groups: byWord('group'),
      students: byWord('student'),
      journals: byWord('journal'),
      lessons: byDay('lesson'),
    },
    right: {
      groups: ids(scope.groups.filter(inside(word))),
      students: ids(scope.students.filter(begins(word))),
      journals: ids(scope.journals.filter(inside(word))),
      lessons: ids(scope.lessons),
    },
  };
}

describe('T-028 search and lists stay in scope', () => {
  it(`T-028 for ${rounds} people each answer equals an independent query`, { timeout: 300_000 }, async () => {
    let seen = 0;
    let searching = 0;
    for (const [round, me] of (await somePeople(rounds)).entries()) {
      const actor = await actorOf(me);
      if (!maySearch(actor)) {
        await expect(loadSearch(actor, 'ма')).rejects.toMatchObject({ code: 'FORBIDDEN' });
        expect(await loadJournalList(actor)).toBeNull();
        continue;
      }
      searching += 1;
      const [word = '', day = ''] = [typed[round % typed.length], days[round % days.length]];
      const scope = await independentScope(owner, { me, today: demoDate, day });
      const { said, right } = await compared(actor, scope, word, day);
      expect({ me, word, day, ...said }).toEqual({ me, word, day, ...right });
      const list = await loadJournalList(actor);
      expect(ids(list?.groups.flatMap(({ sections }) => sections) ?? [])).toEqual(ids(scope.journals));
      seen += Object.values(said).flat().length;
    }
    expect(searching).toBeGreaterThan(15);
    expect(seen).toBeGreaterThan(rounds);
  });

  it('T-028 control: one function too many and the answers differ', async () => {
    const { id: me } = await owner.staffMember.findFirstOrThrow({
      where: { person: { account: { login: 'teacher' } } },
      select: { id: true },
    });
    const actor = await actorOf(me);
    const scope = await independentScope(owner, { me, today: demoDate, day: demoDate });
    const { said, right } = await compared(actor, scope, 'ис', demoDate);
    expect(said).toEqual(right);
    const wider = { ...actor, permissions: new Set([...actor.permissions, 'journal.viewAll' as const]) };
    const { said: more } = await compared(wider, scope, 'ис', demoDate);
    for (const kind of ['groups', 'students', 'journals', 'lessons'] as const)
      expect(more[kind]).not.toEqual(right[kind]);
  });
});

describe('what is found leads somewhere', () => {
  const as = async (login: string) => {
    const account = await owner.account.findFirstOrThrow({ where: { login }, select: { personId: true } });
    return actorOf(account.personId);
  };

  it('a student to the diary, the group or the journal, whichever the reader may open', async () => {
    const { personId } = await owner.account.findFirstOrThrow({
      where: { login: 'student' },
      select: { personId: true },
    });
    const { lastName, firstName } = await owner.person.findUniqueOrThrow({ where: { id: personId } });
    const hrefs = new Map<string, string | undefined>();
    for (const login of ['curator', 'deputy', 'teacher', 'student', 'parent', 'admin']) {
      const hits = await as(login)
        .then((actor) => loadSearch(actor, `${firstName} ${lastName}`))
        .catch(() => []);
      hrefs.set(login, hits.find(({ kind, id }) => kind === 'student' && id === personId)?.href.replace(/\d+$/, ''));
    }
    expect(Object.fromEntries(hrefs)).toEqual({
      ...{ curator: '/diary/', deputy: '/groups/', teacher: '/journal/' },
      ...{ student: undefined, parent: undefined, admin: undefined },
    });
  });

  it('a day to its lessons and, for a curator, to the group’s sheet; the other layout is understood', async () => {
    const day = await loadSearch(await as('curator'), 'пятница');
    expect(day[0]).toMatchObject({ kind: 'day', href: expect.stringMatching(/^\/attendance\/\d+\?date=2026-11-20$/) });
    const lessons = await loadSearch(await as('teacher'), '20 ноября');
    expect(lessons.find(({ kind }) => kind === 'lesson')?.href).toMatch(/^\/journal\/\d+\?period=\d+&lesson=\d+$/);
    const named = await loadSearch(await as('deputy'), 'bcg');
    expect(named.filter(({ kind }) => kind === 'group').length).toBeGreaterThan(1);
    expect(await loadSearch(await as('deputy'), 'исп 31.02')).toEqual([]);
  });

  it('bad input is refused in words, and at most 20 of a kind are answered', async () => {
    const deputy = await as('deputy');
    await expect(loadSearch(deputy, 'я'.repeat(81))).rejects.toMatchObject({ code: 'INVALID' });
    await expect(loadSearch(deputy, 'а\u0000б')).rejects.toMatchObject({ code: 'INVALID' });
    expect(await loadSearch(deputy, 'а')).toEqual([]);
    expect(await loadSearch(deputy, "'%_")).toEqual([]);
    const hits = await loadSearch(deputy, 'ма');
    expect(hits.filter(({ kind }) => kind === 'student')).toHaveLength(20);
  });
});
