import Link from 'next/link';
import { longDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { GroupLine, GroupsOfDay } from '../load-groups';
import { DayForm } from './day-form';

/** How many students each group has on a day, past or ahead (R-032). */
export function GroupsPage({ groups, today }: { groups: GroupsOfDay; today: string }) {
  const { date, departments, total } = groups;
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Списки групп</h1>
        <span className="text-text2">
          на {longDate(date)}: {counted(total, 'студент', 'студента', 'студентов')}
        </span>
      </div>
      <DayForm action="/study/groups" date={date} today={today} />
      {departments.length === 0 && (
        <EmptyState title="В этот день никто не числился.">Выберите другую дату.</EmptyState>
      )}
      {departments.map(({ name, groups: lines }, place) => (
        <Section key={name} id={`department-${place}`} title={name} note={String(sum(lines))}>
          <GroupsTable lines={lines} date={date === today ? null : date} />
        </Section>
      ))}
    </div>
  );
}

const sum = (lines: readonly GroupLine[]) => lines.reduce((total, { students }) => total + students, 0);

function GroupsTable({ lines, date }: { lines: readonly GroupLine[]; date: string | null }) {
  return (
    <table className="tb tb-cards tb-hover">
      <thead>
        <tr>
          <th scope="col">Группа</th>
          <th scope="col" className="num">
            Курс
          </th>
          <th scope="col">Специальность, профессия</th>
          <th scope="col">Куратор</th>
          <th scope="col" className="num">
            Студентов
          </th>
          <th scope="col" className="num">
            В отпуске
          </th>
          <th scope="col" className="num">
            На дому, в семье
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((group) => (
          <tr key={group.groupId}>
            <th scope="row">
              <Link href={`/study/groups/${group.groupId}${date ? `?date=${date}` : ''}`} prefetch={false}>
                {group.name}
              </Link>
            </th>
            <td className="num" data-head="курс">
              {group.yearOfStudy}
            </td>
            <td className="line">{group.program}</td>
            <td>{group.curator || '–'}</td>
            <td className="num" data-head="студентов">
              {group.students}
            </td>
            <Few head="в отпуске" count={group.onLeave} />
            <Few head="на дому, в семье" count={group.otherForm} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Zero is a grey dash, so that numbers stand out. */
function Few({ head, count }: { head: string; count: number }) {
  return (
    <td className={count > 0 ? 'num' : 'num is-empty'} data-head={head}>
      {count > 0 ? count : <span className="text-text3">–</span>}
    </td>
  );
}
