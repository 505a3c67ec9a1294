import { hours, monthName, weekdayDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { EmptyState } from '@/ui/empty-state';
import type { AbsenceDay, DiaryAbsences } from '../diary-view';
import { diaryHref } from '../links';
import { AbsenceCode } from './mark-signs';
import { PeriodTabs } from './period-tabs';

/** How much was missed and why, by month as a picture, then day by day. */
export function AbsencesPage({ absences }: { absences: DiaryAbsences }) {
  const { studentId, byCode, byMonth, days, missedHours } = absences;
  return (
    <>
      <h1 className="sr-only">Пропуски</h1>
      <PeriodTabs path={`${diaryHref(studentId)}/absences`} periods={absences.periods} />
      {byCode.length === 0 ? (
        <EmptyState title="Пропусков и опозданий нет.">Здесь появится каждое занятие, отмеченное в журнале.</EmptyState>
      ) : (
        <div className="absence-columns">
          <section aria-labelledby="absence-total">
            <div className="day-title">
              <h2 id="absence-total">Пропущено {hours(missedHours)}</h2>
              <span>академические часы</span>
            </div>
            <ul className="code-list">
              {byCode.map(({ sign, hours: missed, lessons }) => (
                <li key={sign.symbol}>
                  <AbsenceCode sign={sign} />
                  <span>{sign.label}</span>
                  <b>{missed > 0 ? hours(missed) : counted(lessons, 'раз', 'раза', 'раз')}</b>
                </li>
              ))}
            </ul>
            <MonthBars months={byMonth} />
          </section>
          <section aria-labelledby="absence-days">
            <div className="day-title">
              <h2 id="absence-days">По дням</h2>
            </div>
            {days.map((day) => (
              <AbsenceDayRows key={day.date} day={day} />
            ))}
          </section>
        </div>
      )}
    </>
  );
}

function MonthBars({ months }: { months: DiaryAbsences['byMonth'] }) {
  const most = Math.max(1, ...months.map((month) => month.hours));
  return (
    <table className="month-bars">
      <caption>По месяцам</caption>
      <tbody>
        {months.map(({ month, hours: missed }) => (
          <tr key={month}>
            <th scope="row">{monthName(month)}</th>
            <td>
              <i style={{ width: `${(missed / most) * 100}%` }} />
            </td>
            <td className="num">{hours(missed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AbsenceDayRows({ day }: { day: AbsenceDay }) {
  const heading = weekdayDate(day.date);
  return (
    <section className="absence-day" aria-label={heading}>
      <h3>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h3>
      <ul>
        {day.lessons.map((lesson) => (
          <li key={lesson.id}>
            <span className="text-text2">{lesson.classPeriod}-я пара</span>
            <span>{lesson.course}</span>
            <span className="text-text2">{lesson.hours > 0 ? hours(lesson.hours) : ''}</span>
            <AbsenceCode sign={lesson.sign} />
          </li>
        ))}
      </ul>
    </section>
  );
}
