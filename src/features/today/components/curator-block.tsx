import Link from 'next/link';
import { shortDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Section } from '@/ui/section';
import { lessonHref } from '../links';
import type { CuratorToday } from '../today-view';
import { AbsentTable } from './absent-table';
import { GroupHeat } from './group-heat';

/** The curator's own group: who is absent, what has no reason yet, who owes work, how the week went. */
export function CuratorBlock({ group }: { group: CuratorToday }) {
  const id = `group-${group.groupId}`;
  return (
    <>
      <Section
        id={id}
        title={`${group.group} сегодня`}
        note={`из ${counted(group.studentCount, 'студента', 'студентов', 'студентов')}`}
      >
        <AbsentTable group={group} />
      </Section>
      {group.unexplained.length > 0 && (
        <Section id={`${id}-reasons`} title="Без причины" note={String(group.unexplainedTotal)}>
          <UnexplainedTable absences={group.unexplained} />
        </Section>
      )}
      {group.debts.length > 0 && (
        <Section id={`${id}-debts`} title="Долги группы">
          <GroupDebts debts={group.debts} />
        </Section>
      )}
      {group.heat.rows.length > 0 && (
        <Section id={`${id}-week`} title="Неделя группы" note="отсутствовало человек на паре">
          <GroupHeat heat={group.heat} />
        </Section>
      )}
    </>
  );
}

function UnexplainedTable({ absences }: { absences: CuratorToday['unexplained'] }) {
  return (
    <table className="tb">
      <thead>
        <tr>
          <th scope="col">Студент</th>
          <th scope="col">Занятие</th>
          <th scope="col" className="num">
            Часов
          </th>
          <th scope="col">
            <span className="sr-only">Действие</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {absences.map((absence) => (
          <tr key={`${absence.studentId} ${absence.lessonId}`}>
            <th scope="row">{absence.name}</th>
            <td>
              {shortDate(absence.date)}, {absence.classPeriod}-я, {absence.index}
            </td>
            <td className="num">{absence.hours}</td>
            <td className="act">
              <Link href={lessonHref(absence)} prefetch={false} className="small">
                указать<span className="sr-only"> причину: {absence.name}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GroupDebts({ debts }: { debts: CuratorToday['debts'] }) {
  return (
    <table className="tb">
      <thead>
        <tr>
          <th scope="col">Студент</th>
          <th scope="col">По дисциплинам</th>
          <th scope="col" className="num">
            Точек
          </th>
          <th scope="col" className="num">
            Старший
          </th>
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
            <td className="num">{debt.oldestDueOn ? shortDate(debt.oldestDueOn) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
