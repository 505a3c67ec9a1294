import type { LocalDate } from '@/domain/types';
import { hours, monthName, shortDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { EmptyState } from '@/ui/empty-state';
import { Sign } from '@/ui/sign';
import type { SubjectEntry } from '../diary-view';
import { AbsenceCode, MarkSign } from './mark-signs';

/** Marks, debts and absences of a subject by month, newest first. */
export function SubjectEntries({ entries }: { entries: readonly SubjectEntry[] }) {
  if (entries.length === 0) return <EmptyState title="Записей за этот период нет." />;
  return (
    <table className="entries">
      <caption className="sr-only">Отметки, долги и пропуски по месяцам</caption>
      <colgroup>
        <col className="w-[92px]" />
        <col />
        <col className="w-12" />
      </colgroup>
      {[...byMonth(entries)].map(([month, ofMonth]) => (
        <tbody key={month}>
          <tr className="month">
            <th scope="rowgroup" colSpan={3}>
              {capital(monthName(`${month}-01`))}
            </th>
          </tr>
          {ofMonth.map((entry) => (
            <EntryRow key={`${entry.kind} ${dateOf(entry)} ${wordsOf(entry)}`} entry={entry} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function EntryRow({ entry }: { entry: SubjectEntry }) {
  switch (entry.kind) {
    case 'mark':
      return (
        <tr>
          <td>{shortDate(entry.date)}</td>
          <td>
            {entry.work}
            {entry.topic && <span className="sub">{entry.topic}</span>}
            {entry.comment && <span className="sub">«{entry.comment}»</span>}
            {entry.lateOn && <span className="sub">внесена {shortDate(entry.lateOn)}, позже срока</span>}
          </td>
          <td className="entry-mark">
            <MarkSign value={entry.value} />
          </td>
        </tr>
      );
    case 'debt':
      return (
        <tr>
          <td>{shortDate(entry.date)}</td>
          <td>
            {entry.work}
            <span className={entry.overdue ? 'sub entry-debt text-red' : 'sub entry-debt text-amber'}>
              <Sign kind={entry.overdue ? 'overdue' : 'attention'} />
              не сдана{entry.dueOn && `, срок ${entry.overdue ? 'был ' : ''}${shortDate(entry.dueOn)}`}
            </span>
          </td>
          <td className="entry-mark text-red">
            <span aria-hidden="true">•</span>
          </td>
        </tr>
      );
    case 'absence':
      return (
        <tr>
          <td>{shortSpan(entry.from, entry.to)}</td>
          <td>
            {capital(entry.sign.label)}
            <span className="sub">
              {counted(entry.lessons, 'занятие', 'занятия', 'занятий')}
              {entry.hours > 0 && `, ${hours(entry.hours)}`}
            </span>
          </td>
          <td className="entry-mark">
            <AbsenceCode sign={entry.sign} />
          </td>
        </tr>
      );
  }
}

function byMonth(entries: readonly SubjectEntry[]): Map<string, SubjectEntry[]> {
  const months = new Map<string, SubjectEntry[]>();
  for (const entry of entries) {
    const month = dateOf(entry).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return months;
}

/** «18.12», «8–11.12», «30.11–02.12» */
function shortSpan(from: LocalDate, to: LocalDate): string {
  if (from === to) return shortDate(to);
  const start = from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : shortDate(from);
  return `${start}–${shortDate(to)}`;
}

function dateOf(entry: SubjectEntry): LocalDate {
  return entry.kind === 'absence' ? entry.to : entry.date;
}

function wordsOf(entry: SubjectEntry): string {
  return entry.kind === 'absence' ? entry.sign.symbol : entry.work;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
