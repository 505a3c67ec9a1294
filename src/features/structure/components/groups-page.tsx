import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { GroupRow, GroupsView } from '../structure-view';
import { CuratorDialog, GroupDialog } from './group-dialogs';
import { RemoveButton } from './remove-button';
import { StructureTabs } from './structure-tabs';
import './structure.css';

/** Groups by year of study: department, plan, curator. */
export function GroupsPage({ view }: { view: GroupsView }) {
  const { groups, empty, may } = view;
  return (
    <div className="single-wide">
      <StructureTabs current="/study/structure/groups" title="Группы" />
      <Section
        id="groups"
        title="Учатся"
        note={groups.length}
        end={may.enter && <GroupDialog departments={view.departments} curricula={view.curricula} />}
      >
        {groups.length === 0 ? (
          <EmptyState title="Групп со студентами нет.">
            Группа создаётся по учебному плану, студентов в неё зачисляет приказ.
          </EmptyState>
        ) : (
          <GroupsTable groups={groups} view={view} />
        )}
      </Section>
      {empty.length > 0 && (
        <Section id="empty" title="Без студентов" note={empty.length}>
          <GroupsTable groups={empty} view={view} />
        </Section>
      )}
    </div>
  );
}

function GroupsTable({ groups, view }: { groups: readonly GroupRow[]; view: GroupsView }) {
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Группа</th>
          <th scope="col">Курс</th>
          <th scope="col">Программа</th>
          <th scope="col">Отделение</th>
          <th scope="col">Куратор</th>
          <th scope="col" className="num">
            Студентов
          </th>
          <th scope="col" aria-label="Действия" />
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <GroupLine key={group.id} group={group} view={view} />
        ))}
      </tbody>
    </table>
  );
}

function GroupLine({ group, view }: { group: GroupRow; view: GroupsView }) {
  const { may, staff, today, departments, curricula } = view;
  return (
    <tr>
      <th scope="row">
        {may.openCards ? (
          <Link href={`/groups/${group.id}`} prefetch={false}>
            {group.name}
          </Link>
        ) : (
          group.name
        )}
      </th>
      <td data-head="Курс:">{group.yearOfStudy}</td>
      <td>{group.programme}</td>
      <td>{group.department}</td>
      <td>
        {group.curator ? (
          <>
            {group.curator.name} <span className="sub">с {fullDate(group.curator.since)}</span>
          </>
        ) : (
          <State kind="attention" strong>
            не назначен
          </State>
        )}
      </td>
      <td className="num" data-head="Студентов:">
        {group.students}
        {group.coming && (
          <span className="sub">
            +{group.coming.students} с {fullDate(group.coming.from)}
          </span>
        )}
      </td>
      <td className="act">
        {may.enter && <CuratorDialog group={group} staff={staff} today={today} />}{' '}
        {may.enter && <GroupDialog group={group} departments={departments} curricula={curricula} />}{' '}
        {may.enter && group.students === 0 && group.coming === null && group.curator === null && (
          <RemoveButton kind="group" id={group.id} version={group.version} name={group.name} />
        )}
      </td>
    </tr>
  );
}
