import type { Actor } from '@/access/actor';
import { explainAverage, explainProposal } from '@/domain/grading/explain';
import { boundsOf, diverges } from '@/domain/grading/proposal';
import { nameWithInitials } from '@/domain/people/name';
import { controlFormLabels } from '@/texts/labels';
import type { DiaryOwner, DiarySubject } from './diary-view';
import { debtOf, workInShort } from './diary-words';
import { forecastWords } from './forecast';
import { type CourseRecord, coursesOf, debtsOf, type OpenedPeriod, openPeriod } from './open-period';
import { subjectEntries } from './subject-entries';

/** One course of a period down to each mark, dot and absence; null when the diary has no such course in the period. */
export async function loadSubject(
  actor: Actor,
  studentId: number,
  courseId: number,
  periodId?: number,
): Promise<{ owner: DiaryOwner; subject: DiarySubject } | null> {
  const opened = await openPeriod(actor, studentId, { periodId, courseId });
  if (!opened?.shows('marks')) return null;
  const [course] = coursesOf(opened);
  return course ? { owner: opened.owner, subject: subjectOf(course, opened, actor) } : null;
}

function subjectOf(course: CourseRecord, opened: OpenedPeriod, { today, timeZone }: Actor): DiarySubject {
  const { owner, regulation, shows, tabs, period } = opened;
  const { main, marks, average, proposal } = course;
  const running = period !== null && period.endsOn >= today && course.grade === null;
  const dots = debtsOf(marks);
  const debts = dots
    .map((dot) => ({ ...dot, courseId: course.courseId, course: course.course, issuedOn: dot.date }))
    .map((dot) => debtOf(dot, regulation, today, shows('attendance')));
  const [oldest] = dots;
  return {
    studentId: owner.studentId,
    courseId: course.courseId,
    index: main.index,
    course: course.course,
    teachers: (main.teachers ?? []).map(nameWithInitials),
    control: shows('attestation') && main.controlForm !== 'none' ? controlFormLabels[main.controlForm] : '',
    periods: tabs,
    debts,
    average: average && {
      hundredths: average.hundredths,
      explained: explainAverage(average, regulation.periodMark),
    },
    bounds: proposal && boundsOf(regulation.periodMark),
    proposed: proposal && { value: proposal.value, why: explainProposal(proposal) },
    grade: gradeOf(course),
    forecast: running
      ? forecastWords(course.counted, proposal, oldest ? workInShort(oldest, regulation) : null, regulation)
      : '',
    entries: subjectEntries(course, opened, { today, timeZone }),
  };
}

/** The teacher's reason is shown where the published grade is not the proposed one. */
function gradeOf({ grade }: CourseRecord): DiarySubject['grade'] {
  if (!grade) return null;
  return { value: grade.value, reason: diverges(grade.value, grade.proposed) ? (grade.reason ?? '') : '' };
}
