'use client';
// A client component without state: the days travel once as data and once as HTML, not a third time as elements.

import { Segments } from '@/ui/segments';
import type { DiaryWeek } from '../diary-view';
import { diaryHref } from '../links';
import { DebtAlert } from './debt-alert';
import { DiaryDaySection } from './diary-day';
import { DiaryNotices } from './diary-notices';
import { WeekSteps } from './week-steps';
import { WeekStrip } from './week-strip';

/** Week strip, debts, then the chosen day and the next one (phone) or all days side by side (desktop). */
export function DiaryWeekPage({ week }: { week: DiaryWeek }) {
  const { studentId, days, selected, today, mode } = week;
  const kept = mode === 'week' ? mode : undefined;
  const chosen = days.findIndex(({ date }) => date === selected);
  const following = days.findIndex(({ lessons }, index) => index > chosen && lessons.length > 0);
  const [first, last] = [days[0]?.date ?? selected, days.at(-1)?.date ?? selected];
  return (
    <>
      <div className="week-head">
        <WeekSteps
          from={first}
          to={last}
          previous={week.previous && diaryHref(studentId, week.previous, kept)}
          next={week.next && diaryHref(studentId, week.next, kept)}
        />
        <div className="phone-only">
          <Segments
            label="Вид"
            items={[
              { href: diaryHref(studentId, selected), label: 'День', current: mode === 'day' },
              { href: diaryHref(studentId, selected, 'week'), label: 'Неделя', current: mode === 'week' },
            ]}
          />
        </div>
      </div>
      <WeekStrip days={days} selected={selected} today={today} hrefOf={(date) => diaryHref(studentId, date, kept)} />
      <DiaryNotices notices={week.notices} />
      <DebtAlert studentId={studentId} debts={week.debts} />
      <div className="days">
        {days.map((day, index) => (
          <DiaryDaySection
            key={day.date}
            day={day}
            today={today}
            open={mode === 'week' || index === chosen || index === following}
          />
        ))}
      </div>
    </>
  );
}
