import type { Example } from './command-example';
import type { World } from './world';

const day = (date: string) => new Date(date);

/** Rows of the study office that may be edited or removed; a year far ahead without lessons. */
export type OfficeRows = {
  department: number;
  programme: number;
  group: number;
  room: number;
  document: number;
  year: number;
  period: number;
  unused: number;
  bells: number;
  span: number;
  dismissed: number;
};

export async function prepareOffice({ owner, college }: World, curriculumId: number): Promise<OfficeRows> {
  const year = await owner.academicYear.create({
    data: { name: '2036/2037', startsOn: day('2036-09-01'), endsOn: day('2037-08-31') },
  });
  const period = (ordinal: number, startsOn: string, endsOn: string) =>
    owner.academicPeriod.create({
      data: {
        ...{ yearId: year.id, kind: 'semester', ordinal, name: `${ordinal} семестр` },
        ...{ startsOn: day(startsOn), endsOn: day(endsOn) },
      },
    });
  const programme = { code: '15.02.01', name: 'Сварка', qualification: 'техник', termMonths: 34 };
  const person = await owner.person.create({ data: { lastName: 'Уходов', firstName: 'Лев', sex: 'male' } });
  await owner.staffMember.create({
    data: {
      ...{ id: person.id, hiredOn: day('2020-09-01') },
      positions: { create: { role: 'teacher', title: 'преподаватель', startsOn: day('2020-09-01') } },
    },
  });
  const group = { name: 'ИСП-36-1', entryYear: 2036, departmentId: college.department, curriculumId };
  const bells = await owner.bellSchedule.create({
    data: {
      name: 'Вторая смена',
      classPeriods: { create: { number: 1, startsAt: day('1970-01-01T14:00Z'), endsAt: day('1970-01-01T15:35Z') } },
    },
  });
  const madeGroup = await owner.studentGroup.create({ data: group });
  const span = { yearId: year.id, groupId: madeGroup.id, kind: 'session' as const };
  const special = { kind: 'holiday' as const, name: 'Праздник' };
  await owner.calendarException.create({ data: { yearId: year.id, date: day('2036-11-05'), ...special } });
  return {
    department: (await owner.department.create({ data: { name: 'Отделение дизайна' } })).id,
    programme: (await owner.studyProgram.create({ data: programme })).id,
    group: madeGroup.id,
    room: (await owner.room.create({ data: { name: 'мастерская 9' } })).id,
    document: (
      await owner.officeDocument.create({
        data: { kind: 'normative', title: 'Устав', url: 'https://college.example/ustav' },
      })
    ).id,
    year: year.id,
    period: (await period(1, '2036-09-01', '2036-12-28')).id,
    unused: (await period(2, '2037-01-12', '2037-06-30')).id,
    bells: bells.id,
    span: (await owner.studySpan.create({ data: { ...span, startsOn: day('2036-11-10'), endsOn: day('2036-11-15') } }))
      .id,
    dismissed: person.id,
  };
}

/** Structure and registers. */
export function officeExamples(
  { college, people }: World,
  { office, curriculum }: { office: OfficeRows; curriculum: number },
): Example[] {
  const person = { lastName: 'Новикова', firstName: 'Вера', middleName: 'Ильинична', sex: 'female' };
  const duty = { duty: 'Диспетчер расписания', orderNumber: '14-о', orderedOn: '2026-08-28' };
  return [
    {
      name: 'structure.rename-department',
      who: 'venera',
      input: { id: office.department, version: 0, name: 'Дизайн' },
    },
    {
      name: 'structure.edit-programme',
      who: 'venera',
      input: {
        ...{ id: office.programme, version: 0, code: '15.02.19', name: 'Сварочное производство' },
        ...{ qualification: 'техник', termMonths: 46 },
      },
    },
    {
      name: 'structure.edit-group',
      who: 'venera',
      input: {
        ...{ id: office.group, version: 0, name: 'ИСП-36-2' },
        ...{ departmentId: college.department, curriculumId: curriculum },
      },
    },
    {
      name: 'structure.change-curator',
      who: 'venera',
      input: { groupId: office.group, staffId: people.rustem, startsOn: '2026-10-15' },
    },
    {
      name: 'structure.save-room',
      who: 'anton',
      input: {
        id: office.room,
        version: 0,
        name: 'мастерская 10',
        purpose: 'сварка',
        seats: 12,
        closedOn: '2027-06-30',
      },
    },
    {
      name: 'people.hire',
      who: 'olga',
      input: {
        ...{ ...person, birthDate: '1990-05-06', hiredOn: '2026-10-01' },
        ...{ role: 'teacher', title: 'Преподаватель', departmentId: college.department },
      },
    },
    {
      name: 'people.save-staff',
      who: 'olga',
      input: {
        ...{ staffId: office.dismissed, version: 1, lastName: 'Уходов', firstName: 'Лев', middleName: 'Ильич' },
        ...{ sex: 'male', birthDate: '1980-02-03', phone: '+7 927 111-22-33', email: 'uhodov@college.example' },
      },
    },
    { name: 'people.dismiss', who: 'olga', input: { staffId: office.dismissed, leftOn: '2026-10-14' } },
    {
      name: 'people.reemploy',
      who: 'olga',
      input: {
        staffId: office.dismissed,
        position: { role: 'teacher', title: 'Мастер', departmentId: college.department, startsOn: '2026-10-15' },
      },
    },
    {
      name: 'structure.save-responsibility',
      who: 'venera',
      input: { id: null, version: 0, staffId: people.anton, ...duty, startsOn: '2026-09-01', endsOn: '2027-08-31' },
    },
    {
      name: 'structure.save-document',
      who: 'denis',
      input: {
        ...{ id: office.document, version: 0, kind: 'normative', title: 'Устав колледжа' },
        ...{ url: 'https://college.example/ustav.pdf', note: 'в редакции 2026 года' },
      },
    },
    {
      name: 'structure.record-training',
      who: 'denis',
      input: { topic: 'Электронный журнал', heldOn: '2026-09-03', hours: 2, staffIds: [people.gulnara, people.rustem] },
    },
    { name: 'structure.remove', who: 'venera', input: { kind: 'department', id: office.department, version: 1 } },
  ];
}

/** The calendar of a year in which nobody studies yet. */
export function calendarExamples(_: World, { office }: { office: OfficeRows }): Example[] {
  const pair = { number: 1, startsAt: '14:10', endsAt: '15:45' };
  const period = { kind: 'semester', ordinal: 1, name: 'I семестр', startsOn: '2036-09-01', endsOn: '2036-12-25' };
  return [
    {
      name: 'calendar.save-period',
      who: 'venera',
      input: { id: office.period, version: 0, yearId: office.year, ...period },
    },
    {
      name: 'calendar.choose-periods',
      who: 'venera',
      input: { changes: [{ groupId: office.group, periodId: office.period, chosen: true }] },
    },
    {
      name: 'calendar.set-days',
      who: 'nadezhda',
      input: {
        ...{ yearId: office.year, from: '2036-11-06', to: '2036-11-06' },
        ...{ kind: 'workday', followsWeekday: 1, name: 'За понедельник' },
        instead: { from: '2036-11-05', to: '2036-11-05' },
        seen: [{ from: '2036-11-05', to: '2036-11-05', kind: 'holiday', followsWeekday: null, name: 'Праздник' }],
      },
    },
    {
      name: 'calendar.save-spans',
      who: 'venera',
      input: {
        ...{ yearId: office.year, groupIds: [office.group], kind: 'practice', name: 'УП.01' },
        ...{ startsOn: '2036-10-04', endsOn: '2036-10-16' },
      },
    },
    {
      name: 'calendar.edit-spans',
      who: 'venera',
      input: {
        spans: [{ id: office.span, version: 0 }],
        to: { kind: 'practice', name: 'УП.02', startsOn: '2036-11-10', endsOn: '2036-11-22' },
      },
    },
    {
      name: 'calendar.edit-bells',
      who: 'anton',
      input: {
        id: office.bells,
        version: 0,
        name: 'II смена',
        isDefault: false,
        shortened: false,
        classPeriods: [pair],
      },
    },
    {
      name: 'calendar.apply-bells',
      who: 'anton',
      input: { scheduleId: office.bells, groupIds: [office.group], weekday: null, date: '2036-10-20' },
    },
    { name: 'calendar.remove', who: 'venera', input: { kind: 'academicPeriod', id: office.unused, version: 0 } },
  ];
}
