import type { PrismaClient } from '@/server/prisma/client';
import type { People } from './world-people';

const day = (date: string) => new Date(date);

export type College = {
  department: number;
  groups: { isp: number; pkd: number };
  years: { closed: number; open: number };
  periods: { closed: number; first: number; second: number };
  /** ОП.04 of ИСП-25-1 (gulnara), the same course of ПКД-26-1 (rustem), ОП.04 of the closed year (gulnara). */
  sections: { algorithms: number; foreign: number; closed: number };
  scheme: { id: number; topics: number[] };
  /** Of `algorithms`: 07.10 and 12.10 held days, 14.10 today, 16.10 ahead; `substituted` (13.10) is given by liliya. */
  lessons: {
    past: number;
    recent: number;
    substituted: number;
    today: number;
    ahead: number;
    foreign: number;
    closed: number;
  };
};

export async function buildCollege(owner: PrismaClient, people: People): Promise<College> {
  const department = (await owner.department.create({ data: { name: 'Отделение информационных технологий' } })).id;
  await owner.staffPosition.updateMany({ where: { staffId: people.tatyana }, data: { departmentId: department } });
  const other = (await owner.department.create({ data: { name: 'Отделение сервиса' } })).id;
  const { item, course } = await buildCurriculum(owner);
  const curriculumId = (await owner.curriculum.findFirstOrThrow()).id;
  const group = async (name: string, entryYear: number, departmentId: number) =>
    (await owner.studentGroup.create({ data: { name, entryYear, departmentId, curriculumId } })).id;
  const groups = { isp: await group('ИСП-25-1', 2025, department), pkd: await group('ПКД-26-1', 2026, other) };
  const { years, periods } = await buildCalendar(owner, groups);
  await owner.curatorship.create({
    data: { groupId: groups.isp, staffId: people.liliya, startsOn: day('2025-09-01') },
  });
  await enrol(owner, people, groups);
  const scheme = await buildScheme(owner, course, people.gulnara);
  const section = (yearId: number, groupId: number, teacherId: number) =>
    owner.courseSection.create({
      data: {
        yearId,
        groupId,
        itemId: item,
        schemeId: scheme.id,
        teachers: { create: { teacherId, startsOn: day('2025-09-01') } },
      },
    });
  const sections = {
    algorithms: (await section(years.open, groups.isp, people.gulnara)).id,
    foreign: (await section(years.open, groups.pkd, people.rustem)).id,
    closed: (await section(years.closed, groups.isp, people.gulnara)).id,
  };
  await owner.sectionPeriod.create({
    data: { sectionId: sections.algorithms, periodId: periods.first, plannedHours: 102, controlForm: 'gradedCredit' },
  });
  const lesson = async (sectionId: number, groupId: number, periodId: number, teacherId: number, date: string) =>
    (
      await owner.lesson.create({
        data: {
          sectionId,
          groupId,
          periodId,
          teacherId,
          date: day(date),
          classPeriod: 2,
          room: '314',
          lessonType: 'lecture',
          hours: 2,
        },
      })
    ).id;
  const own = (date: string, teacher = people.gulnara) =>
    lesson(sections.algorithms, groups.isp, periods.first, teacher, date);
  const lessons = {
    past: await own('2026-10-07'),
    recent: await own('2026-10-12'),
    substituted: await own('2026-10-13', people.liliya),
    today: await own('2026-10-14'),
    ahead: await own('2026-10-16'),
    foreign: await lesson(sections.foreign, groups.pkd, periods.first, people.rustem, '2026-10-14'),
    closed: await lesson(sections.closed, groups.isp, periods.closed, people.gulnara, '2025-10-14'),
  };
  await owner.substitution.create({
    data: {
      lessonId: lessons.substituted,
      absentTeacherId: people.gulnara,
      reason: 'курсы повышения квалификации',
      orderNumber: '96-к',
      orderedOn: day('2026-10-12'),
    },
  });
  await owner.groupPeriod.update({
    where: { groupId_periodId: { groupId: groups.isp, periodId: periods.closed } },
    data: { lockedAt: day('2026-07-01'), lockedById: people.denis, lockReason: 'учебный год завершён' },
  });
  return { department, groups, years, periods, sections, scheme, lessons };
}

async function buildCurriculum(owner: PrismaClient): Promise<{ item: number; course: number }> {
  const course = await owner.course.create({
    data: { name: 'Основы алгоритмизации и программирования', kind: 'discipline' },
  });
  const program = await owner.studyProgram.create({
    data: {
      code: '09.02.07',
      name: 'Информационные системы и программирование',
      qualification: 'программист',
      termMonths: 46,
    },
  });
  const curriculum = await owner.curriculum.create({
    data: { programId: program.id, entryYear: 2025, approvedOn: day('2025-06-30') },
  });
  const item = await owner.curriculumItem.create({
    data: { curriculumId: curriculum.id, courseId: course.id, index: 'ОП.04' },
  });
  return { item: item.id, course: course.id };
}

async function buildCalendar(owner: PrismaClient, groups: College['groups']) {
  const year = (name: string, from: string, to: string) =>
    owner.academicYear.create({ data: { name, startsOn: day(from), endsOn: day(to) } });
  const closed = await year('2025/2026', '2025-09-01', '2026-06-30');
  const open = await year('2026/2027', '2026-09-01', '2027-06-30');
  const period = async (yearId: number, ordinal: number, from: string, to: string) => {
    const created = await owner.academicPeriod.create({
      data: {
        yearId,
        kind: 'semester',
        ordinal,
        name: `${'I'.repeat(ordinal)} семестр`,
        startsOn: day(from),
        endsOn: day(to),
      },
    });
    await owner.groupPeriod.createMany({
      data: Object.values(groups).map((groupId) => ({ groupId, periodId: created.id })),
    });
    return created.id;
  };
  const periods = {
    closed: await period(closed.id, 1, '2025-09-01', '2025-12-28'),
    first: await period(open.id, 1, '2026-09-01', '2026-12-28'),
    second: await period(open.id, 2, '2027-01-12', '2027-06-30'),
  };
  const bells = await owner.bellSchedule.create({ data: { name: 'Обычный день', isDefault: true } });
  const time = (value: string) => new Date(`1970-01-01T${value}:00Z`);
  await owner.classPeriod.createMany({
    data: [
      { scheduleId: bells.id, number: 1, startsAt: time('08:30'), endsAt: time('10:05') },
      { scheduleId: bells.id, number: 2, startsAt: time('10:15'), endsAt: time('11:50') },
      { scheduleId: bells.id, number: 3, startsAt: time('12:20'), endsAt: time('13:55') },
    ],
  });
  return { years: { closed: closed.id, open: open.id }, periods };
}

async function enrol(owner: PrismaClient, people: People, groups: College['groups']): Promise<void> {
  const order = await owner.administrativeOrder.create({
    data: { number: '101-с', date: day('2025-08-20'), kind: 'enrollment', subject: 'О зачислении' },
  });
  const transfer = await owner.administrativeOrder.create({
    data: { number: '187-с', date: day('2026-09-30'), kind: 'transfer', subject: 'О переводе' },
  });
  const enrolled = (studentId: number, groupId: number, startsOn: string) =>
    owner.enrollment.create({ data: { studentId, groupId, startsOn: day(startsOn), entryOrderId: order.id } });
  for (const name of ['alina', 'timur', 'artem', 'pavel', 'kirill'] as const) {
    const { id } = await enrolled(people[name], groups.isp, '2025-09-01');
    if (name === 'pavel') await close(owner, id, 'academicLeave', '2026-10-10', transfer.id);
    if (name === 'kirill') await close(owner, id, 'homeStudy', '2026-09-01', transfer.id);
  }
  for (const name of ['arslan', 'mira'] as const) await enrolled(people[name], groups.pkd, '2026-09-01');
  await owner.enrollment.create({
    data: {
      studentId: people.igor,
      groupId: groups.pkd,
      startsOn: day('2026-09-01'),
      endsOn: day('2026-09-30'),
      entryOrderId: order.id,
      exitOrderId: transfer.id,
    },
  });
  await owner.enrollment.create({
    data: { studentId: people.igor, groupId: groups.isp, startsOn: day('2026-10-10'), entryOrderId: transfer.id },
  });
}

function close(
  owner: PrismaClient,
  enrollmentId: number,
  kind: 'academicLeave' | 'homeStudy',
  from: string,
  orderId: number,
) {
  return owner.enrollmentStatus.create({
    data: { enrollmentId, kind, closesJournal: true, startsOn: day(from), orderId },
  });
}

async function buildScheme(owner: PrismaClient, courseId: number, authorId: number): Promise<College['scheme']> {
  const scheme = await owner.schemeOfWork.create({
    data: { courseId, authorId, title: 'ОП.04, 102 часа', state: 'draft' },
  });
  const titles = ['Понятие алгоритма', 'Линейные алгоритмы', 'Ветвления', 'Циклы', 'Массивы', 'Строки'];
  const topics = await owner.plannedTopic.createManyAndReturn({
    data: titles.map((title, index) => ({
      schemeId: scheme.id,
      ordinal: index + 1,
      part: 'Раздел 1. Основы',
      title,
      lessonType: 'lecture',
      hours: 2,
      homework: `§ ${index + 1}, вопросы`,
    })),
  });
  await owner.schemeOfWork.update({
    where: { id: scheme.id },
    data: { state: 'approved', approvedOn: day('2026-09-08') },
  });
  return { id: scheme.id, topics: topics.map((topic) => topic.id) };
}
