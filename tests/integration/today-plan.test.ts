import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import { adoptRegulation } from '@/features/institution/adopt-regulation';
import { loadJournal } from '@/features/journal/load-journal';
import { loadTeacherDay } from '@/features/today/load-teacher-day';
import { testDatabase } from '../support/database';
import { journalDesk } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save, refused } = journalDesk(() => world);

async function dayOf(who: 'gulnara' | 'liliya') {
  const day = await loadTeacherDay(await world.actor(who));
  if (!day) throw new Error(`${who} has no teacher's page`);
  return day;
}

async function offerFor(lessonId: number, who: 'gulnara' | 'liliya' = 'gulnara') {
  return (await dayOf(who)).unfilled.find((lesson) => lesson.lessonId === lessonId)?.plan ?? null;
}

async function plannedInGrid() {
  const journal = await loadJournal(await world.actor('gulnara'), world.college.sections.algorithms);
  return new Map(journal?.view.lessons.map(({ id, planned }) => [id, planned]));
}

const taken = (lessonId: number) => ({ lessons: [{ lessonId, version: 0, attendanceTaken: true }] });

describe('R-050 R-052 a topic from the plan on the start page', () => {
  it('is not offered where attendance is missing too', async () => {
    expect((await dayOf('gulnara')).unfilled.map(({ plan }) => plan)).toEqual([null, null, null]);
  });

  it('is the one that the grid proposes, in the list and in the lesson of today', async () => {
    const { past, recent, substituted, today } = world.college.lessons;
    await save('gulnara', taken(past));
    await save('gulnara', taken(recent));
    await save('liliya', taken(substituted));
    const grid = await plannedInGrid();
    expect([past, recent, substituted, today].map((id) => grid.get(id)?.no)).toEqual([1, 2, 3, 4]);
    expect([(await offerFor(past))?.no, (await offerFor(recent))?.no]).toEqual([1, 2]);
    expect((await offerFor(substituted, 'liliya'))?.no).toBe(3);
    expect((await dayOf('gulnara')).lessons[0]?.topic).toBe(grid.get(today)?.title);
  });

  it('goes on in the next period where the plan stopped', async () => {
    const { sections, groups, periods, scheme } = world.college;
    const earlier = await world.owner.lesson.count({
      where: { sectionId: sections.algorithms, state: { not: 'cancelled' } },
    });
    expect(scheme.topics.length).toBeGreaterThan(earlier);
    const next = await world.owner.lesson.create({
      data: {
        ...{
          sectionId: sections.algorithms,
          groupId: groups.isp,
          periodId: periods.second,
          teacherId: world.people.gulnara,
        },
        ...{ date: new Date('2027-01-13'), classPeriod: 1, lessonType: 'lecture', hours: 2, room: '314' },
      },
    });
    const journal = await loadJournal(await world.actor('gulnara'), sections.algorithms, periods.second);
    expect(journal?.view.lessons.find(({ id }) => id === next.id)?.planned?.id).toBe(scheme.topics[earlier]);
    await world.owner.lesson.delete({ where: { id: next.id } });
  });

  it('is written through the journal’s gate with its topic, kind, homework and term, and leaves the list', async () => {
    const { recent } = world.college.lessons;
    const offer = await offerFor(recent);
    const answer = await save('gulnara', { lessons: offer ? [offer.edit] : [] });
    expect(answer).toMatchObject({ conflicts: [], lessons: [{ lessonId: recent, version: 1 }] });
    expect(await world.owner.lesson.findUniqueOrThrow({ where: { id: recent } })).toMatchObject({
      ...{
        topic: 'Линейные алгоритмы',
        plannedTopicId: world.college.scheme.topics[1],
        lessonType: 'lecture',
        hours: 2,
      },
      ...{ homework: '§ 2, вопросы', homeworkDueOn: new Date('2026-10-13'), enteredById: world.people.gulnara },
    });
    expect((await dayOf('gulnara')).unfilled.map(({ lessonId }) => lessonId)).not.toContain(recent);
    expect((await offerFor(world.college.lessons.past))?.no).toBe(1);
  });

  it('writes nothing over what another wrote meanwhile, and says who did (T-083)', async () => {
    const { past } = world.college.lessons;
    const offer = await offerFor(past);
    await save('gulnara', { lessons: [{ lessonId: past, version: 0, topic: 'Своими словами' }] });
    const answer = await save('gulnara', { lessons: offer ? [offer.edit] : [] });
    expect(answer.lessons).toEqual([]);
    expect(answer.conflicts).toMatchObject([{ kind: 'lesson', value: 'Своими словами', by: 'Хабибуллина Г.' }]);
  });

  it('is not offered after the lesson’s window, and is refused then (G-05)', async () => {
    const { substituted } = world.college.lessons;
    const offer = await offerFor(substituted, 'liliya');
    await testDatabase().setClock('2026-10-27T20:00:00Z');
    expect(await offerFor(substituted)).toBeNull();
    const late = () => save('gulnara', { lessons: offer ? [offer.edit] : [] });
    expect(await refused(late)).toBe('WINDOW_CLOSED');
  });

  it('R-052 is not offered where homework is written by hand and wanted', async () => {
    const { substituted } = world.college.lessons;
    expect((await offerFor(substituted, 'liliya'))?.edit).toMatchObject({ homework: expect.stringMatching(/./) });
    const schemes = { ...profiles.demo.schemes, homework: 'byHand' as const };
    const regulation = JSON.parse(JSON.stringify({ ...profiles.demo, schemes }));
    const meta = { address: 'test', device: 'test' };
    await adoptRegulation.execute(await world.actor('denis'), { validFrom: '2026-10-01', regulation }, meta);
    expect(await offerFor(substituted, 'liliya')).toBeNull();
    const { view } = (await loadJournal(await world.actor('gulnara'), world.college.sections.algorithms)) ?? {};
    expect(view?.lessons.find(({ id }) => id === substituted)?.planned?.homework).toMatch(/./);
  });
});
