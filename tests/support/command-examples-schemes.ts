import type { Example } from './command-example';
import type { World } from './world';

const day = (date: string) => new Date(date);

/** For each of two rounds: a journal without КТП, and schemes in the states that the acts begin at. */
export type SchemeRows = { item: number; bare: number; draft: number; whole: number; sent: number; approved: number }[];

export async function prepareSchemes(world: World, curriculumId: number): Promise<SchemeRows> {
  return [await round(world, curriculumId, 1), await round(world, curriculumId, 2)];
}

async function round({ owner, college, people }: World, curriculumId: number, n: number): Promise<SchemeRows[number]> {
  const course = await owner.course.create({ data: { name: `Базы данных ${n}`, kind: 'discipline' } });
  const item = await owner.curriculumItem.create({ data: { curriculumId, courseId: course.id, index: `ОП.3${n}` } });
  const section = async (groupId: number) => {
    const teachers = { create: { teacherId: people.gulnara, startsOn: day('2026-09-01') } };
    return owner.courseSection.create({ data: { yearId: college.years.open, groupId, itemId: item.id, teachers } });
  };
  const journal = await section(college.groups.isp);
  const topic = { ordinal: 1, part: '', title: 'Таблицы', lessonType: 'lecture', hours: 2, homework: '' };
  const scheme = async (state: 'draft' | 'sent' | 'approved', sectionId: number | null) => {
    const { id } = await owner.schemeOfWork.create({
      data: {
        ...{ courseId: course.id, authorId: people.gulnara, title: 'КТП', state: 'draft' },
        topics: { create: topic },
        ...(sectionId === null ? {} : { writtenFor: { create: { sectionId } } }),
      },
    });
    const approvedOn = state === 'approved' ? day('2026-09-08') : null;
    if (state !== 'draft') await owner.schemeOfWork.update({ where: { id }, data: { state, approvedOn } });
    return id;
  };
  return {
    item: item.id,
    bare: (await section(college.groups.pkd)).id,
    draft: await scheme('draft', null),
    whole: await scheme('draft', journal.id),
    sent: await scheme('sent', null),
    approved: await scheme('approved', null),
  };
}

export function schemeExamples({ college }: World, rounds: SchemeRows, n: number): Example[] {
  const { item = 0, bare = 0, draft = 0, whole = 0, sent = 0, approved = 0 } = rounds[n - 1] ?? {};
  const topic = {
    ...{ id: null, part: 'Раздел 1', title: 'Ключи', lessonType: 'lecture', hours: '2' },
    ...{ content: 'Виды ключей', homework: '§ 1', materials: '[1], с. 5' },
  };
  return [
    { name: 'schemes.start', who: 'gulnara', input: { sectionId: bare, from: college.scheme.id } },
    {
      name: 'schemes.save',
      who: 'gulnara',
      input: { schemeId: draft, revision: 0, title: `КТП ${n}`, sections: [], topics: [topic] },
    },
    { name: 'schemes.send', who: 'gulnara', input: { schemeId: whole, revision: 0 } },
    { name: 'schemes.recall', who: 'gulnara', input: { schemeId: whole } },
    { name: 'schemes.revise', who: 'gulnara', input: { schemeId: approved } },
    {
      name: 'schemes.decide',
      who: 'irina',
      input: { schemeId: sent, revision: 0, approve: true, remark: 'Без замечаний' },
    },
    { name: 'schemes.note-programmes', who: 'irina', input: { itemIds: [item], approvedOn: '2026-09-01' } },
  ];
}
