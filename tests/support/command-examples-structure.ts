import { profiles } from '@/domain/regulation/profiles';
import type { Example } from './command-example';
import type { Prepared } from './command-prepared';
import type { World } from './world';

/** Of plans, groups, load and regulation. */
export function structureExamples({ college, people }: World, ready: Prepared, n: number): Example[] {
  const course = { name: `Дискретная математика ${n}`, kind: 'discipline', index: 'ЕН.02', passFail: false };
  const topic = { part: 'Раздел 1', title: 'Множества', lessonType: 'lecture', hours: 2, homework: '§ 1' };
  const kinds = {
    lectures: 36,
    practical: 0,
    laboratory: 0,
    coursework: 0,
    selfStudy: 0,
    consultations: 0,
    attestation: 0,
  };
  return [
    { name: 'institution.create-departments', who: 'denis', input: { names: [`Отделение ${n}`] } },
    {
      name: 'institution.adopt-regulation',
      who: 'denis',
      input: { validFrom: `2027-02-0${n}`, regulation: JSON.parse(JSON.stringify(profiles.demo)) },
    },
    {
      name: 'curriculum.create-programmes',
      who: 'nadezhda',
      input: { programmes: [{ code: `10.02.0${n}`, name: 'Сети', qualification: 'техник', termMonths: 46 }] },
    },
    {
      name: 'curriculum.enter-curricula',
      who: 'nadezhda',
      input: {
        curricula: [
          {
            ...{ programId: 1, entryYear: 2030 + n, approvedOn: '2026-06-30', weeks: [{ semester: 1, weeks: 17 }] },
            items: [
              {
                ...course,
                terms: [
                  { semester: 1, hours: 36, controlForm: 'credit', complex: null, withCoursework: true, ...kinds },
                ],
              },
            ],
          },
        ],
      },
    },
    {
      name: 'schemes.enter',
      who: 'gulnara',
      input: {
        schemes: [
          {
            ...{ courseId: 1, authorId: people.gulnara, title: `План ${n}`, approvedOn: null },
            topics: [{ ...topic, taskType: 'answer', taskTitle: 'Опрос', content: 'Понятия', materials: '[1], с. 5' }],
          },
        ],
      },
    },
    {
      name: 'groups.create',
      who: 'venera',
      input: {
        groups: [
          { name: `ИСП-26-${n}`, departmentId: college.department, curriculumId: ready.curriculum, entryYear: 2026 },
        ],
      },
    },
    {
      name: 'groups.divide',
      who: 'nadezhda',
      input: {
        subgroups: [
          {
            ...{ groupId: college.groups.isp, division: 'Иностранный язык', name: `${n}` },
            members: [{ studentId: people.alina, startsOn: '2026-09-01', endsOn: null }],
          },
        ],
      },
    },
    {
      name: 'teaching-load.assign',
      who: 'nadezhda',
      input: {
        sections: [
          {
            ...{
              yearId: college.years.open,
              groupId: college.groups.isp,
              itemId: n === 1 ? ready.passFailItem : ready.item,
            },
            ...{ subgroupId: ready.subgroup, schemeId: n === 1 ? null : college.scheme.id },
            teachers: [{ teacherId: people.rustem, startsOn: '2026-09-01', endsOn: null }],
            periods: [{ periodId: college.periods.first, plannedHours: 32, controlForm: 'credit' }],
          },
        ],
      },
    },
    {
      name: 'academic-year.set-bells',
      who: 'anton',
      input: {
        schedules: [
          {
            ...{ name: `Сокращённый день ${n}`, isDefault: false, shortened: true },
            classPeriods: [{ number: 1, startsAt: '08:30', endsAt: '09:30' }],
          },
        ],
      },
    },
  ];
}
