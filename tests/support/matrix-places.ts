import { liftLocks } from './lift-locks';
import type { ActorName, Target } from './matrix-actors';
import type { ExtraPerson } from './matrix-people';
import type { World } from './world';

type Id = number | string;

/** The records that a request names, whatever it asks for. `absentId` missed the lesson, `studentId` has the mark. */
export type Place = {
  groupId: Id;
  courseId: Id;
  curriculumId: Id;
  /** An approved КТП. */
  schemeId: Id;
  sectionId: Id;
  lessonId: Id;
  assignmentId: Id;
  studentId: Id;
  absentId: Id;
  /** An order on the contingent. */
  orderId: Id;
  /** A parent's note about `absentId`, still without an answer. */
  noteId: Id;
  periodId: Id;
  printCode: string;
  /** A file of the lesson, and one that may be removed. */
  fileKey: string;
  spareFileKey: string;
};

export type Places = Record<'isp' | 'bd' | Exclude<Target, 'own'> | 'bdLocked' | 'bdClosed', Place> & {
  /** Where an actor's own lesson or child is another one than the group's. */
  ofActor: Partial<Record<ActorName, Partial<Place>>>;
};

const day = (date: string) => new Date(date);

/** Fills the small world: Zulfiya's group, a locked quarter, a closed year, entries in every lesson that is asked for. */
export async function addPlaces(world: World, extra: Record<ExtraPerson, number>): Promise<Places> {
  const { owner, people, college } = world;
  const { groups, lessons, periods, sections } = college;
  const bd = await addGroup(world, extra);
  await owner.curatorship.create({
    data: { groupId: groups.isp, staffId: extra.lena, startsOn: day('2025-08-01'), endsOn: day('2025-08-31') },
  });
  for (const teacherId of [extra.rinat, extra.yulia, extra.azat]) {
    const assignment = { sectionId: sections.algorithms, teacherId, startsOn: day('2025-09-01') };
    await owner.teachingAssignment.create({ data: assignment });
  }
  await owner.teachingAssignment.create({
    data: { sectionId: sections.closed, teacherId: extra.azat, startsOn: day('2025-09-01') },
  });
  const quarter = await addQuarter(world, [groups.isp, bd.groupId]);
  const lesson = lessonMaker(world);
  const isp = { groupId: groups.isp, sectionId: sections.algorithms };
  const expired = await lesson({ ...isp, periodId: periods.first, teacherId: extra.marat, date: '2026-09-08' });
  await owner.substitution.create({
    data: {
      ...{ lessonId: expired, absentTeacherId: people.gulnara },
      ...{ reason: 'болезнь', orderNumber: '90-к', orderedOn: day('2026-09-07') },
    },
  });
  const inQuarter = { periodId: quarter, teacherId: people.rustem, date: '2026-09-16' };
  const lockedLessons = {
    isp: await lesson({ ...isp, ...inQuarter }),
    bd: await lesson({ ...bd, ...inQuarter, classPeriod: 5 }),
  };
  await setLock(world, false);
  const enter = entryMaker(world);
  const noteOf = noteMaker(world);
  const filesOf = fileMaker(world);
  const { id: courseId } = await owner.course.findFirstOrThrow();
  const { id: curriculumId } = await owner.curriculum.findFirstOrThrow();
  const ofPlan = { courseId, curriculumId, schemeId: college.scheme.id };
  const { id: orderId } = await owner.administrativeOrder.findFirstOrThrow({ where: { kind: 'enrollment' } });
  const [alina, artem] = [people.alina, people.artem];
  const [damir, emil] = [extra.damir, extra.emil];
  const place = async (of: typeof isp, lessonId: number, periodId: number, studentId: number, absentId: number) => ({
    ...{ ...of, ...ofPlan, orderId, lessonId, periodId, studentId, absentId, printCode: '' },
    assignmentId: await enter(lessonId, studentId, absentId),
    noteId: await noteOf(of.groupId, absentId),
    ...(await filesOf(lessonId)),
  });
  const { first, closed } = periods;
  const ispClosed = { groupId: groups.isp, sectionId: sections.closed };
  const bdClosedSection = { groupId: bd.groupId, sectionId: bd.closedSectionId };
  const places: Places = {
    isp: await place(isp, lessons.recent, first, alina, artem),
    bd: await place(bd, bd.lessonId, first, damir, emil),
    foreign: await place(
      { groupId: groups.pkd, sectionId: sections.foreign },
      lessons.foreign,
      first,
      people.mira,
      people.arslan,
    ),
    locked: await place(isp, lockedLessons.isp, quarter, alina, artem),
    bdLocked: await place(bd, lockedLessons.bd, quarter, damir, emil),
    closedYear: await place(ispClosed, lessons.closed, closed, alina, artem),
    bdClosed: await place(bdClosedSection, bd.closedLessonId, closed, damir, emil),
    nonexistent: everything(987_654, 'ZZZZZZZZZZZZZZZZ'),
    malformed: everything('1x', 'код'),
    ofActor: {
      teacherCurator: {
        lessonId: lessons.substituted,
        assignmentId: await enter(lessons.substituted, alina, artem),
        ...(await filesOf(lessons.substituted)),
      },
      expiredSubstitute: {
        lessonId: expired,
        assignmentId: await enter(expired, alina, artem),
        ...(await filesOf(expired)),
      },
      deniedParent: { studentId: artem },
      ownParentTeacher: { studentId: people.timur },
    },
  };
  await setLock(world, true);
  await owner.academicYear.update({ where: { id: college.years.closed }, data: { closedAt: day('2026-07-01') } });
  return places;
}

function everything(id: Id, printCode: string): Place {
  return {
    ...{
      groupId: id,
      courseId: id,
      curriculumId: id,
      schemeId: id,
      sectionId: id,
      lessonId: id,
      assignmentId: id,
      studentId: id,
      absentId: id,
      orderId: id,
      noteId: id,
      periodId: id,
    },
    printCode,
    fileKey: printCode.padEnd(22, 'Z'),
    spareFileKey: printCode.padEnd(22, 'Y'),
  };
}

/** Two files of one byte, named by the lesson. */
function fileMaker({ owner, people }: World) {
  return async (lessonId: number): Promise<Pick<Place, 'fileKey' | 'spareFileKey'>> => {
    const keys = ['file', 'spare'].map((word) => `${word}-${lessonId}-`.padEnd(22, 'x'));
    for (const [ordinal, key] of keys.entries()) {
      await owner.fileChunk.create({
        data: { fileKey: key, ordinal: 0, bytes: new Uint8Array([65]), receivedAt: day('2026-10-13') },
      });
      await owner.lessonFile.create({
        data: {
          ...{ key, lessonId, part: 'homework', name: `${ordinal}.txt`, kind: 'txt', size: 1 },
          ...{ hash: String(ordinal).repeat(64), addedById: people.rustem, addedAt: day('2026-10-13') },
        },
      });
    }
    const [fileKey = '', spareFileKey = ''] = keys;
    return { fileKey, spareFileKey };
  };
}

/** A note of a pair in which nobody has lessons: answering it writes nothing else. */
function noteMaker({ owner, people }: World) {
  let made = 0;
  return async (groupId: number, studentId: number): Promise<number> => {
    made += 1;
    const date = day(`2026-10-${String(made).padStart(2, '0')}`);
    const { id } = await owner.absenceNote.create({
      data: {
        ...{ groupId, studentId, authorId: people.viktor, createdAt: date, kind: 'family' },
        ...{ startsOn: date, endsOn: date, firstPeriod: 12, lastPeriod: 12 },
      },
    });
    return id;
  };
}

async function addGroup({ owner, people, college }: World, extra: Record<ExtraPerson, number>) {
  const like = await owner.studentGroup.findUniqueOrThrow({ where: { id: college.groups.pkd } });
  const { departmentId, curriculumId } = like;
  const { id: groupId } = await owner.studentGroup.create({
    data: { name: 'БД-25-1', entryYear: 2025, departmentId, curriculumId },
  });
  const { periods, years } = college;
  await owner.groupPeriod.createMany({
    data: [periods.closed, periods.first, periods.second].map((periodId) => ({ groupId, periodId })),
  });
  await owner.curatorship.create({ data: { groupId, staffId: extra.zulfiya, startsOn: day('2025-09-01') } });
  const order = await owner.administrativeOrder.findFirstOrThrow();
  for (const studentId of [extra.damir, extra.emil]) {
    await owner.enrollment.create({
      data: { studentId, groupId, startsOn: day('2025-09-01'), entryOrderId: order.id },
    });
  }
  const item = await owner.curriculumItem.findFirstOrThrow();
  const teachers = { create: { teacherId: people.rustem, startsOn: day('2025-09-01') } };
  const section = async (yearId: number) =>
    (await owner.courseSection.create({ data: { yearId, groupId, itemId: item.id, teachers } })).id;
  const sectionId = await section(years.open);
  const closedSectionId = await section(years.closed);
  const lesson = lessonMaker({ owner });
  const teacherId = people.rustem;
  const [open, closed] = [
    { groupId, sectionId, periodId: periods.first, teacherId, date: '2026-10-12' },
    { groupId, sectionId: closedSectionId, periodId: periods.closed, teacherId, date: '2025-10-13' },
  ];
  return { groupId, sectionId, closedSectionId, lessonId: await lesson(open), closedLessonId: await lesson(closed) };
}

type NewLesson = {
  groupId: number;
  sectionId: number;
  periodId: number;
  teacherId: number;
  date: string;
  classPeriod?: number;
};

function lessonMaker({ owner }: Pick<World, 'owner'>) {
  return async ({ groupId, sectionId, periodId, teacherId, date, classPeriod = 4 }: NewLesson): Promise<number> => {
    const where = { groupId, sectionId, periodId, teacherId, date: day(date), classPeriod };
    return (await owner.lesson.create({ data: { ...where, room: '101', lessonType: 'lecture', hours: 2 } })).id;
  };
}

/** A quarter beside the semester; these groups study by it and it will be locked. */
async function addQuarter({ owner, college }: World, groups: readonly number[]): Promise<number> {
  const { id } = await owner.academicPeriod.create({
    data: {
      ...{ yearId: college.years.open, kind: 'quarter', ordinal: 1, name: 'I четверть' },
      ...{ startsOn: day('2026-09-02'), endsOn: day('2026-09-30') },
    },
  });
  await owner.groupPeriod.createMany({ data: groups.map((groupId) => ({ groupId, periodId: id })) });
  return id;
}

/** Locks everything but the open semesters, or opens it. */
async function setLock({ owner, people, college }: World, locked: boolean): Promise<void> {
  const where = { periodId: { notIn: [college.periods.first, college.periods.second] } };
  await liftLocks(owner, where);
  if (!locked) return;
  const lock = { lockedAt: day('2026-10-01'), lockedById: people.denis, lockReason: 'период завершён' };
  await owner.groupPeriod.updateMany({ where, data: lock });
}

/** A mark with a comment and homework of one's own for one student, an excused absence with a note for the other (T-026). */
function entryMaker({ owner, people }: World) {
  return async (lessonId: number, studentId: number, absentId: number): Promise<number> => {
    const at = { enteredById: people.rustem, enteredAt: day('2026-10-13') };
    const assignment = await owner.assignment.create({
      data: { lessonId, taskType: 'practical', title: 'ПЗ', ordinal: 1 },
    });
    await owner.mark.create({
      data: { assignmentId: assignment.id, studentId, value: '4', comment: `CNRY-${studentId}-comment`, ...at },
    });
    await owner.individualHomework.create({ data: { lessonId, studentId, text: `CNRY-${studentId}-homework` } });
    await owner.attendanceEvent.create({
      data: {
        ...{ lessonId, studentId: absentId, presence: 'absent', presenceVersion: 1, presenceById: people.rustem },
        ...{ presenceAt: at.enteredAt, reason: 'valid', reasonVersion: 1, reasonById: people.liliya },
        ...{ reasonAt: at.enteredAt, reasonNote: `CNRY-${absentId}-note` },
      },
    });
    return assignment.id;
  };
}
