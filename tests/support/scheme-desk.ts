import type { TopicRow } from '@/domain/schemes/topic-rows';
import { decideScheme } from '@/features/schemes/decide-scheme';
import { loadScheme } from '@/features/schemes/load-scheme';
import { saveScheme } from '@/features/schemes/save-scheme';
import { sendScheme } from '@/features/schemes/send-scheme';
import { startScheme } from '@/features/schemes/start-scheme';
import type { World } from './world';

/** МДК.01.01 of both groups: gulnara teaches it, and nobody has written its КТП; `lessons` are of the first group. */
export type SchemePlace = { item: number; isp: number; pkd: number; lessons: number[] };

export async function addSchemePlace({ owner, people, college }: World): Promise<SchemePlace> {
  const course = await owner.course.create({ data: { name: 'Основы баз данных', kind: 'interdisciplinaryCourse' } });
  const { curriculumId } = await owner.curriculumItem.findFirstOrThrow();
  const item = await owner.curriculumItem.create({ data: { curriculumId, courseId: course.id, index: 'МДК.01.01' } });
  const section = async (groupId: number) => {
    const created = await owner.courseSection.create({
      data: {
        ...{ yearId: college.years.open, groupId, itemId: item.id },
        teachers: { create: { teacherId: people.gulnara, startsOn: new Date('2026-09-01') } },
        periods: { create: { periodId: college.periods.first, plannedHours: 8, controlForm: 'credit' } },
      },
    });
    return created.id;
  };
  const place: SchemePlace = {
    ...{ item: item.id, isp: await section(college.groups.isp), pkd: await section(college.groups.pkd) },
    lessons: [],
  };
  for (const date of ['2026-10-12', '2026-10-13', '2026-10-20']) {
    const lesson = await owner.lesson.create({
      data: {
        ...{ sectionId: place.isp, groupId: college.groups.isp, periodId: college.periods.first, classPeriod: 3 },
        ...{ teacherId: people.gulnara, date: new Date(date), room: '314', lessonType: 'lecture', hours: 2 },
      },
    });
    place.lessons.push(lesson.id);
  }
  return place;
}

const meta = { address: 'test', device: 'test' };

/** A line as it is typed. */
export const row = (title: string, other: Partial<TopicRow> = {}): Omit<TopicRow, 'key'> => ({
  ...{
    id: null,
    part: '',
    title,
    lessonType: 'lecture',
    hours: '2',
    content: '',
    homework: `§ ${title}`,
    materials: '',
  },
  ...other,
});

export type SchemeWriter = 'gulnara' | 'rustem' | 'irina' | 'nadezhda';

/** Acts on КТП as the people of a world do on their page. */
export function schemeDesk(world: () => World) {
  const start = async (who: SchemeWriter, sectionId: number, from: number | null = null) =>
    (await startScheme.execute(await world().actor(who), { sectionId, from }, meta)).id;

  async function viewOf(who: SchemeWriter, schemeId: number) {
    const view = await loadScheme(await world().actor(who), schemeId);
    if (!view) throw new Error('no such scheme');
    return view;
  }

  async function save(
    who: SchemeWriter,
    schemeId: number,
    topics: (Omit<TopicRow, 'key'> & { key?: string })[],
    revision?: number,
  ) {
    const view = await viewOf(who, schemeId);
    const sections = view.journals.filter(({ chosen }) => chosen).map(({ id }) => id);
    const bare = topics.map(({ key: _, ...topic }) => topic);
    const input = { schemeId, revision: revision ?? view.revision, title: view.title, sections, topics: bare };
    return saveScheme.execute(await world().actor(who), input, meta);
  }

  const send = async (who: SchemeWriter, schemeId: number) =>
    sendScheme.execute(await world().actor(who), { schemeId, revision: (await viewOf(who, schemeId)).revision }, meta);

  async function decide(who: SchemeWriter, schemeId: number, approve: boolean, remark = '') {
    const { revision } = await viewOf(who, schemeId);
    return decideScheme.execute(await world().actor(who), { schemeId, revision, approve, remark }, meta);
  }

  return { start, viewOf, save, send, decide };
}

/** The refusal's code of an act that races with another one. */
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'NOTHING',
    (error: { code?: string }) => error.code,
  );
