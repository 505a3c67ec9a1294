import Link from 'next/link';
import type { ReactNode } from 'react';
import { shortDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Section } from '@/ui/section';
import { daySheetHref } from '../links';
import type { CuratorToday } from '../today-view';
import { AbsentTable } from './absent-table';
import { GroupHeat } from './group-heat';

type Props = {
  group: CuratorToday;
  /** Notes of parents that wait for an answer; they stand right after who is absent. */
  notes?: ReactNode;
  /** Who falls behind. */
  falling?: ReactNode;
};

/** The curator's own group: who is absent, notes to answer, what has no reason yet, who owes work, how the week went. */
export function CuratorBlock({ group, notes, falling }: Props) {
  const id = `group-${group.groupId}`;
  return (
    <>
      <Section
        id={id}
        title={`${group.group} сегодня`}
        note={`из ${counted(group.studentCount, 'студента', 'студентов', 'студентов')}`}
        end={
          <Link href={daySheetHref(group.groupId)} prefetch={false}>
            день группы
          </Link>
        }
      >
        <AbsentTable group={group} />
      </Section>
      {notes}
      {group.unexplained.length > 0 && (
        <Section id={`${id}-reasons`} title="Без причины" note={String(group.unexplainedTotal)}>
          <UnexplainedTable groupId={group.groupId} absences={group.unexplained} />
        </Section>
      )}
      <CuratorWeek group={group} falling={falling} />
    </>
  );
}

/** What does not change by the hour: debts across courses, who falls behind, the week; also beside the day sheet. */
export function CuratorWeek({ group, falling }: Omit<Props, 'notes'>) {
  const id = `group-${group.groupId}`;
  return (
    <>
      {group.debts.length > 0 && (
        <Section
          id={`${id}-debts`}
          title="Долги группы"
          end={
            <Link href={`/groups/${group.groupId}`} prefetch={false}>
              все дисциплины
            </Link>
          }
        >
          <GroupDebts debts={group.debts} />
        </Section>
      )}
      {falling}
      {group.heat.rows.length > 0 && (
        <Section id={`${id}-week`} title="Неделя группы" note="отсутствовало человек на паре">
          <GroupHeat heat={group.heat} />
        </Section>
      )}
    </>
  );
}

type UnexplainedProps = { groupId: number; absences: CuratorToday['unexplained'] };

/** A row for each student and day: the reason is as a rule the same for all its pairs. */
function UnexplainedTable({ groupId, absences }: UnexplainedProps) {
  return (
    <table className="tb">
      <thead>
        <tr>
          <th scope="col">Студент</th>
          <th scope="col">День, пары</th>
          <th scope="col" className="num">
            Часов
          </th>
          <th scope="col">
            <span className="sr-only">Действие</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {byDay(absences).map(({ key, name, date, pairs, hours }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              {shortDate(date)}, {pairs}
            </td>
            <td className="num">{hours}</td>
            <td className="act">
              <Link href={daySheetHref(groupId, date)} prefetch={false} className="small">
                указать<span className="sr-only"> причину: {name}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** «2-я ОП.04, 3-я ЕН.01» of one student on one day; newest days first, as they come. */
function byDay(absences: CuratorToday['unexplained']) {
  const keyOf = ({ studentId, date }: CuratorToday['unexplained'][number]) => `${date} ${studentId}`;
  return [...new Set(absences.map(keyOf))].flatMap((key) => {
    const own = absences
      .filter((absence) => keyOf(absence) === key)
      .sort((one, two) => one.classPeriod - two.classPeriod);
    const [first] = own;
    if (!first) return [];
    const pairs = own.map(({ classPeriod, index }) => `${classPeriod}-я ${index}`).join(', ');
    const hours = own.reduce((sum, absence) => sum + absence.hours, 0);
    return [{ key, name: first.name, date: first.date, pairs, hours }];
  });
}

function GroupDebts({ debts }: { debts: CuratorToday['debts'] }) {
  const dated = debts.some(({ oldestDueOn }) => oldestDueOn !== null);
  return (
    <table className="tb">
      <thead>
        <tr>
          <th scope="col">Студент</th>
          <th scope="col">По дисциплинам</th>
          <th scope="col" className="num">
            Точек
          </th>
          {dated && (
            <th scope="col" className="num">
              Старший
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {debts.map((debt) => (
          <tr key={debt.studentId}>
            <th scope="row">
              <Link className="plain" href={`/diary/${debt.studentId}`} prefetch={false}>
                {debt.name}
              </Link>
            </th>
            <td>{debt.byCourse}</td>
            <td className="num">
              <b className="text-red">{debt.count}</b>
            </td>
            {dated && <td className="num">{debt.oldestDueOn ? shortDate(debt.oldestDueOn) : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
