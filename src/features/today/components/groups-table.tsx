import Link from 'next/link';
import { percentage } from '@/texts/format';
import { ButtonAnchor } from '@/ui/button';
import { Sign, type SignKind } from '@/ui/sign';
import type { GroupLine } from '../today-view';

type Part = { state: SignKind; title: string; groups: readonly GroupLine[] };
type GroupsTableProps = { parts: readonly Part[]; groups: readonly GroupLine[]; canPrint: boolean };

/** Heads of the numbers; those that a phone has no room for are marked. */
const heads = [
  ['Занятий', 'wide-only'],
  ['Заполнено', ''],
  ['Просрочено', ''],
  ['Без ДЗ', 'wide-only'],
  ['Посещаемость', 'wide-only'],
  ['Долги', ''],
] as const;

export function GroupsTable({ parts, groups, canPrint }: GroupsTableProps) {
  return (
    <table className="tb tb-hover groups-table">
      <caption className="sr-only">Группы, сначала требующие действий</caption>
      <thead>
        <tr>
          <th scope="col">Группа</th>
          <th scope="col" className="num wide-only">
            Курс
          </th>
          <th scope="col" className="wide-only">
            Программа
          </th>
          <th scope="col" className="wide-only">
            Куратор
          </th>
          {heads.map(([head, when]) => (
            <th key={head} scope="col" className={`num ${when}`}>
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">Действия</span>
          </th>
        </tr>
      </thead>
      {parts.map((part) => part.groups.length > 0 && <GroupsPart key={part.state} part={part} canPrint={canPrint} />)}
      <tfoot>
        <tr>
          <th scope="row">Групп: {groups.length}</th>
          <td colSpan={3} className="wide-only" />
          <td className="num wide-only">{sum(groups, 'lessons')}</td>
          <td />
          <td className="num">{sum(groups, 'overdue')}</td>
          <td className="num wide-only">{sum(groups, 'withoutHomework')}</td>
          <td className="wide-only" />
          <td className="num">{sum(groups, 'debts')}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function GroupsPart({ part, canPrint }: { part: Part; canPrint: boolean }) {
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={11}>
          <Sign kind={part.state} />
          {part.title}: {part.groups.length}
        </th>
      </tr>
      {part.groups.map((group) => (
        <GroupRow key={group.groupId} group={group} canPrint={canPrint} />
      ))}
    </tbody>
  );
}

function GroupRow({ group, canPrint }: { group: GroupLine; canPrint: boolean }) {
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Sign kind={group.state} />
        <Link className="plain" href={`/journal?group=${group.groupId}`} prefetch={false}>
          {group.name}
        </Link>
      </th>
      <td className="num wide-only">{group.yearOfStudy}</td>
      <td className="wide-only">{group.program}</td>
      <td className="nowrap wide-only">{group.curator}</td>
      <td className="num wide-only">{group.lessons}</td>
      <td className="num">
        <span className="fill">
          <FillBar filled={group.filled} state={group.state} />
          <span>{group.filled === null ? '–' : percentage(group.filled)}</span>
        </span>
      </td>
      <td className="num">{dashed(group.overdue)}</td>
      <td className="num wide-only">{dashed(group.withoutHomework)}</td>
      <td className="num wide-only">
        <Link className="plain inline-block min-h-6" href={`/attendance/${group.groupId}`} prefetch={false}>
          {percentage(group.attendance)}
          <span className="sr-only">, посещаемость {group.name}</span>
        </Link>
      </td>
      <td className="num">
        {group.debts === 0 ? (
          dashed(0)
        ) : (
          <Link className="plain inline-block min-h-6 min-w-6" href={`/groups/${group.groupId}`} prefetch={false}>
            {group.debts}
            <span className="sr-only">, долги и успеваемость {group.name}</span>
          </Link>
        )}
      </td>
      <td className="act">
        {canPrint && (
          <ButtonAnchor size="small" href={`/reports/period-ledger?group=${group.groupId}`}>
            Печать<span className="sr-only"> ведомости {group.name}</span>
          </ButtonAnchor>
        )}
      </td>
    </tr>
  );
}

/** Near 100 % equal bars say nothing: only the missing part is drawn, at the right end. */
function FillBar({ filled, state }: { filled: number | null; state: GroupLine['state'] }) {
  const missing = filled === null ? 0 : 100 - filled;
  return (
    <span className={`fill-bar fill-${state} wide-only`} aria-hidden="true">
      <i style={{ width: `${missing}%` }} />
    </span>
  );
}

/** Zeros in problem columns are a grey dash, so that numbers stand out. */
function dashed(count: number) {
  return count === 0 ? <span className="text-text3">–</span> : count;
}

function sum(groups: readonly GroupLine[], key: 'lessons' | 'overdue' | 'withoutHomework' | 'debts'): number {
  return groups.reduce((total, group) => total + group[key], 0);
}
