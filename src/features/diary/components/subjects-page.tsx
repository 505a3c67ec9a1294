import { average, hours } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import type { DiarySubjects } from '../diary-view';
import { diaryHref } from '../links';
import { PeriodTabs } from './period-tabs';
import { SubjectLine } from './subject-line';

/** Every subject of the period in one line: latest marks, average, period grade or its proposal. */
export function SubjectsPage({ subjects }: { subjects: DiarySubjects }) {
  const { studentId, rows, missedHours, sickHours } = subjects;
  return (
    <>
      <h1 className="sr-only">Предметы</h1>
      <PeriodTabs path={`${diaryHref(studentId)}/subjects`} periods={subjects.periods} />
      {rows.length === 0 ? (
        <EmptyState title="За этот период предметов нет.">Они появятся, когда откроют журналы группы.</EmptyState>
      ) : (
        <table className="subjects">
          <thead>
            <tr>
              <th scope="col">Дисциплина</th>
              <th scope="col">Последние</th>
              <th scope="col" className="num">
                Средний
              </th>
              <th scope="col" className="num">
                Итог
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SubjectLine key={row.courseId} row={row} studentId={studentId} />
            ))}
          </tbody>
        </table>
      )}
      <p className="subjects-total">
        Средний по всем дисциплинам <b className="text-text">{average(subjects.average)}</b> · долгов{' '}
        <b className={subjects.debts > 0 ? 'text-red' : 'text-text'}>{subjects.debts}</b> · пропущено{' '}
        {hours(missedHours)}
        {sickHours > 0 && `, из них по болезни ${sickHours}`}. Серым в последнем столбце — что предлагается по среднему,
        чернилами — выставленная отметка. Нажмите на дисциплину, чтобы увидеть все отметки и расчёт.
      </p>
    </>
  );
}
