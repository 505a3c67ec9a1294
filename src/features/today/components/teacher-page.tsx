import type { ReactNode } from 'react';
import { weekdayDate } from '@/texts/format';
import type { TeacherToday } from '../today-view';
import { AwaitingWorks } from './awaiting-works';
import { DebtLines } from './debt-lines';
import { GradesToGive } from './grades-to-give';
import { TodayLessons } from './today-lessons';
import { UnfilledLessons } from './unfilled-lessons';
import { WeekGlance } from './week-glance';

/** `aside`: what other roles of the same person add, the curator's block as a rule; `schemes`: КТП that are still to be written. */
type TeacherPageProps = { today: TeacherToday; aside?: ReactNode; schemes?: ReactNode };

/** Now, then what is overdue with the act in the row, then the rest (picture 05). */
export function TeacherPage({ today, aside, schemes }: TeacherPageProps) {
  const main = mainLesson(today);
  const ofToday = today.lessons.some(({ lessonId }) => lessonId === main);
  const heading = weekdayDate(today.date);
  return (
    <div className="columns">
      <div>
        <div className="day-head">
          <h1>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h1>
          <span className="text-text2">{today.weekWords}</span>
          <span className="push small">{today.clockWords}</span>
        </div>
        <TodayLessons lessons={today.lessons} nextDate={today.nextDate} mainLessonId={main} />
        <UnfilledLessons lessons={today.unfilled} mainLessonId={ofToday ? null : main} />
        <AwaitingWorks works={today.awaiting} />
        <WeekGlance week={today.week} today={today.date} />
      </div>
      <div>
        {aside}
        {schemes}
        <DebtLines debts={today.debts} total={today.debtsTotal} />
        {today.grades && today.grades.lines.length > 0 && <GradesToGive grades={today.grades} />}
      </div>
    </div>
  );
}

/** One filled button per page: the lesson going on, else the first of today that wants filling, else the oldest gap. */
function mainLesson({ lessons, unfilled }: TeacherToday): number | null {
  const now = lessons.find(({ state }) => state === 'now');
  const wanting = lessons.find(({ state }) => state === 'attention' || state === 'overdue');
  return (now ?? wanting ?? unfilled[0] ?? lessons[0])?.lessonId ?? null;
}
