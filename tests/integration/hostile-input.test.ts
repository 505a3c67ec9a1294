import { afterAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import type { Actor } from '@/access/actor';
import type { Command } from '@/server/command';
import { connect, db, useDatabase as switchDatabase } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { Example } from '../support/command-example';
import { actorOf, commandExamples, prepareExamples } from '../support/command-examples';
import { everyCommand } from '../support/commands';
import { freshDatabase, testDatabase } from '../support/database';
import { changedTables, digestOf } from '../support/digest';
import { absent, at, hostileValues, objectsIn, type Place, placesIn, replaced } from '../support/hostile';
import { givePasswords } from '../support/sign-in';
import { buildWorld, type World } from '../support/world';

const world = await buildWorld(testDatabase());
await givePasswords(world, 'rustem');
const ready = await prepareExamples(world);
const examples = await commandExamples(world, ready);
const commands = await everyCommand();
const meta = { address: 'test', device: 'test' };

afterAll(() => world.close());

function commandOf({ name }: Example): Command<never> {
  const command = commands.get(name);
  if (!command) throw new Error(`there is no command ${name}`);
  return command;
}

const undone = new Error('undone');
const isFull = inject('rounds') === 'full'; // seconds are judged where nothing else runs

/** Runs a command as if, and undoes it: the refusal's code, 'done', or what went wrong as a sentence. */
async function tryOut(command: Command<never>, actor: Actor, input: unknown): Promise<string> {
  const started = performance.now();
  try {
    await db().$transaction(async (tx) => {
      await command.execute(actor, input as never, meta, tx);
      throw undone;
    });
  } catch (error) {
    if (error !== undone && !(error instanceof Refusal)) return `broke: ${String(error).slice(0, 300)}`;
    if (isFull && performance.now() - started > 2000) return `took ${Math.round(performance.now() - started)} ms`;
    return error instanceof Refusal ? error.code : 'done';
  }
  return 'done';
}

const told = new Set([
  'INVALID',
  'NOT_FOUND',
  'FORBIDDEN',
  'NOT_ENROLLED',
  'ORDER_REFUSED',
  'CONFLICT',
  'DUPLICATE',
  'WRONG_SCALE',
  'REASON_NEEDED',
  'TOO_LARGE',
  'WRONG_PASSWORD',
  'WEAK_PASSWORD',
  'THROTTLED',
  'LOGIN_TAKEN',
  'YEAR_NOT_READY',
]);

/** Every third value, another third in the next place and in the next run; all of them in full rounds. */
const turn = Math.floor(Math.random() * 3);
const valuesFor = (nth: number) => hostileValues.filter((_, index) => isFull || index % 3 === (nth + turn) % 3);

/** A regulation has hundreds of places: every third of so many, others in the next run. */
function someOf(places: readonly Place[]): [number, Place][] {
  const every = isFull || places.length < 90 ? 1 : 3;
  return [...places.entries()].filter(([nth]) => nth === 0 || nth % every === turn % every);
}

const show = (place: Place) => place.join('.') || 'body';

describe('T-040 hostile values in every field of every command', () => {
  it.each(examples)('$name by $who', { timeout: 120_000 }, async (example) => {
    const command = commandOf(example);
    const actor = await actorOf(world, example.who);
    const before = await digestOf(world.owner);
    const faults: string[] = [];
    for (const [nth, place] of someOf([[], ...placesIn(example.input)])) {
      for (const { name, value, harmless } of valuesFor(nth)) {
        if (value === absent && place.length === 0) continue;
        const outcome = await tryOut(command, actor, replaced(example.input, place, value));
        const fine = told.has(outcome) || (outcome === 'done' && harmless);
        if (!fine) faults.push(`${show(place)} = ${name}: ${outcome}`);
      }
    }
    expect(faults).toEqual([]);
    expect(changedTables(before, await digestOf(world.owner))).toEqual([]);
    await world.owner.loginThrottle.deleteMany(); // wrong passwords were among the hostile values
    // the honest input is taken, so what was refused was refused for its hostile value; later examples stand on this one
    await expect(command.execute(actor, example.input as never, meta)).resolves.toBeDefined();
  });
});

describe('T-029 no field that nobody asked for', () => {
  it('every column of every table as an extra key of every object of every input is INVALID', {
    timeout: 120_000,
  }, async () => {
    const rows = await world.owner.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`;
    const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const names = [
      ...new Set(rows.flatMap(({ name }) => [name, camel(name)])),
      'isAdmin',
      'role',
      'constructor',
      '__proto__',
    ];
    const before = await digestOf(world.owner);
    const faults: string[] = [];
    let tried = 0;
    for (const example of examples) {
      const command = commandOf(example);
      for (const place of objectsIn(example.input)) {
        const object = place.reduce<unknown>(
          (inner, key) => (inner as Record<string, unknown>)[key],
          example.input,
        ) as object;
        if (place[0] === 'login') continue; // a proof made by the server, no data of a client
        const asked = names.filter((_, nth) => isFull || nth % 3 === (tried + turn) % 3);
        for (const name of asked.filter(
          (key) => !Object.hasOwn(object, key) && !isKnown(command, nameOf(place), key),
        )) {
          const extra = Object.defineProperty({ ...object }, name, { value: 1, enumerable: true });
          const { success } = command.schema.safeParse(replaced(example.input, place, extra));
          tried += 1;
          if (success) faults.push(`${example.name}: ${show([...place, name])}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(5000);
    const [first] = examples;
    if (!first) throw new Error('no examples');
    const actor = await actorOf(world, first.who);
    expect(await tryOut(commandOf(first), actor, { ...first.input, enteredById: 1 })).toBe('INVALID');
    expect(changedTables(before, await digestOf(world.owner))).toEqual(['session']);
  });

  it('the examples name every field that a schema knows', () => {
    const missing = [...commands].flatMap(([name, command]) => {
      const own = examples.filter((example) => example.name === name);
      if (own.length === 0 || name.endsWith('-regulation')) return [];
      const named = new Set(own.flatMap(({ input }) => placesIn(input).map(nameOf)));
      return fieldsOf(command.schema)
        .filter((field) => !named.has(field))
        .map((field) => `${name}: ${field}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('T-023 every id inside an input belongs to its parent', () => {
  /** What each kind of id is called, and one of another parent: group, year, plan, journal. */
  async function strangers(): Promise<Record<string, number>> {
    const { college, people, owner } = fresh;
    const plan = await owner.curriculum.create({
      data: { programId: 1, entryYear: 2019, approvedOn: new Date('2019-06-30') },
    });
    const course = await owner.course.create({ data: { name: 'Чужой курс', kind: 'discipline' } });
    const item = await owner.curriculumItem.create({
      data: { curriculumId: plan.id, courseId: course.id, index: 'Х.1' },
    });
    const topic = { ordinal: 1, part: '', title: 'Чужая тема', lessonType: 'lecture', hours: 2, homework: '' };
    const scheme = await owner.schemeOfWork.create({
      data: { courseId: course.id, authorId: people.rustem, title: 'Чужой', state: 'draft', topics: { create: topic } },
      select: { id: true, topics: { select: { id: true } } },
    });
    const subgroup = await owner.subgroup.create({
      data: { groupId: college.groups.pkd, division: 'Труд', name: '1' },
    });
    const span = { startsOn: new Date('2026-09-01'), endsOn: new Date('2026-12-28') };
    const { foreign: sectionId } = college.sections;
    const entry = await owner.timetableEntry.create({
      data: { sectionId, weekday: 1, classPeriod: 1, parity: 'every', room: '1', ...span },
    });
    const task = await owner.assignment.create({
      data: { lessonId: college.lessons.foreign, taskType: 'answer', title: '', ordinal: 1 },
    });
    return {
      ...{
        sectionId,
        section: sectionId,
        lessonId: college.lessons.foreign,
        assignment: task.id,
        timetableEntryId: entry.id,
      },
      ...{ studentId: people.mira, groupId: college.groups.pkd, group: college.groups.pkd, subgroupId: subgroup.id },
      ...{ periodId: college.periods.closed, period: college.periods.closed, yearId: college.years.closed },
      ...{ itemId: item.id, schemeId: scheme.id, plannedTopicId: scheme.topics[0]?.id ?? 0, course: course.id },
      ...{ teacherId: people.alina, staffId: people.alina, authorId: people.rustem, by: people.alina },
    };
  }

  /** Ids that stand alone: nothing else in the input is their parent. */
  const alone = new Set([
    'timetable.set entries.sectionId',
    'timetable.lay-lessons lessons.teacherId',
    'groups.move-students moves.groupId',
    'groups.move-students moves.studentId',
    'groups.enrol-students orders.groupId',
    'groups.create groups.curriculumId',
    'people.link-guardians links.studentId',
    'people.save-card studentId',
    'people.save-guardian studentId',
    'people.decide-parent-access studentId',
    'groups.appoint-curators curatorships.groupId',
    'academic-year.close yearId',
    'structure.change-curator groupId',
    'calendar.choose-periods changes.groupId',
    'calendar.choose-periods changes.periodId',
    'report.print-college period',
    'teaching-load.adopt yearId',
    'timetable.change-week changes.sectionId',
    'timetable.relay-lessons periodId',
    'timetable.request-laying periodId',
    'teaching-load.change-teacher sectionId',
  ]);
  let fresh: World;

  it('one of another parent in its place is refused, whichever it is', { timeout: 120_000 }, async () => {
    const database = await freshDatabase();
    const usual = db();
    const client = connect(database.runtimeUrl);
    switchDatabase(client);
    try {
      fresh = await buildWorld(database);
      await givePasswords(fresh, 'rustem');
      const honest = await commandExamples(fresh, await prepareExamples(fresh));
      const foreign = await strangers();
      const taken: string[] = [];
      let tried = 0;
      for (const example of honest) {
        const command = commandOf(example);
        const actor = await actorOf(fresh, example.who);
        for (const place of placesIn(example.input)) {
          const other = foreign[String(place.findLast((key) => typeof key === 'string'))];
          const named = `${example.name} ${nameOf(place)}`;
          const present = at(example.input, place);
          if (other === undefined || typeof present !== 'number' || other === present || alone.has(named)) continue;
          tried += 1;
          const outcome = await tryOut(command, actor, replaced(example.input, place, other));
          if (outcome === 'done' || outcome.startsWith('broke')) taken.push(`${named}: ${outcome}`);
        }
        await command.execute(actor, example.input as never, meta);
      }
      expect(taken).toEqual([]);
      expect(tried).toBeGreaterThan(30);
    } finally {
      switchDatabase(usual);
      await client.$disconnect();
      await fresh.close();
      await database.drop();
    }
  });
});

/** A place without the positions in lists: `marks.value`. */
const nameOf = (place: Place) => place.filter((key) => typeof key === 'string').join('.');

type Shape = { properties?: Record<string, Shape>; items?: Shape; anyOf?: Shape[]; oneOf?: Shape[]; allOf?: Shape[] };
function fieldsOf(schema: z.ZodType): string[] {
  const walk = (shape: Shape, at: string): string[] => [
    ...Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => {
      const name = at ? `${at}.${key}` : key;
      return [name, ...walk(inner, name)];
    }),
    ...[shape.items, ...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].flatMap((inner) =>
      inner ? walk(inner, at) : [],
    ),
  ];
  return [...new Set(walk(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape, ''))];
}

const known = new Map<string, Set<string>>();
function isKnown(command: Command<never>, at: string, key: string): boolean {
  const fields = known.get(command.name) ?? new Set(fieldsOf(command.schema));
  known.set(command.name, fields);
  return fields.has(at ? `${at}.${key}` : key);
}
