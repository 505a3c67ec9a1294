import Link from 'next/link';
import { dayMonth } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Sign } from '@/ui/sign';
import type { DiaryDebt } from '../diary-view';
import { subjectHref } from '../links';

/** `ofSubject`: the page is the subject's own, so that its name and the way to it would be noise. */
type DebtAlertProps = { studentId: number; debts: readonly DiaryDebt[]; ofSubject?: boolean };

/** Debts above all: one in full words, several as a list that opens. */
export function DebtAlert({ studentId, debts, ofSubject }: DebtAlertProps) {
  const [first] = debts;
  if (!first) return null;
  if (debts.length === 1) {
    return (
      <div className="debt">
        <Sign kind="overdue" />
        <p>
          <b>
            Долг: {first.title}
            {!ofSubject && `, ${first.course}`}.
          </b>{' '}
          {dueWords(first)} {first.note}{' '}
          {!ofSubject && (
            <Link href={subjectHref(studentId, first.courseId)} prefetch={false}>
              Подробнее
            </Link>
          )}
        </p>
      </div>
    );
  }
  return (
    <details className="debt">
      <summary>
        <Sign kind="overdue" />
        <b>{counted(debts.length, 'долг', 'долга', 'долгов')}</b>
        {!ofSubject && `: ${courseNames(debts)}`}
      </summary>
      <ul>
        {debts.map((debt) => (
          <li key={debt.assignmentId}>
            {ofSubject ? (
              debt.title
            ) : (
              <Link href={subjectHref(studentId, debt.courseId)} prefetch={false}>
                {debt.title}, {debt.course}
              </Link>
            )}
            <span className="sub">
              Задано {dayMonth(debt.issuedOn)}. {dueWords(debt)} {debt.note}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function dueWords({ dueOn, overdue }: DiaryDebt): string {
  if (!dueOn) return '';
  return overdue ? `Срок был ${dayMonth(dueOn)}.` : `Сдать до ${dayMonth(dueOn)}.`;
}

function courseNames(debts: readonly DiaryDebt[]): string {
  return [...new Set(debts.map(({ course }) => course))].join(', ');
}
