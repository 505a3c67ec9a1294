import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { roleLabels } from '@/texts/labels';
import { EmptyState } from '@/ui/empty-state';
import { Choice, SearchLine } from '@/ui/search-line';
import { Section } from '@/ui/section';
import type { StaffRow, StaffView } from '../structure-view';
import { DismissDialog, HireDialog } from './staff-dialogs';
import { StructureTabs } from './structure-tabs';
import './structure.css';

/** The staff with their positions; one person may hold several. */
export function StaffPage({ view }: { view: StaffView }) {
  const { staff, departments, today, may, left } = view;
  return (
    <div className="single-wide">
      <StructureTabs current="/study/structure/staff" title="Сотрудники" />
      <StaffSearch view={view} />
      <Section
        id="staff"
        title={left ? 'Уволились' : 'Работают'}
        note={staff.length}
        end={may.enter && !left && <HireDialog departments={departments} today={today} />}
      >
        {staff.length === 0 ? (
          <EmptyState title="Никого не нашлось.">Измените условия поиска или примите сотрудника.</EmptyState>
        ) : (
          <table className="tb tb-cards">
            <thead>
              <tr>
                <th scope="col">Сотрудник</th>
                <th scope="col">Должности</th>
                <th scope="col">Функции</th>
                <th scope="col">Работает</th>
                <th scope="col" aria-label="Действия" />
              </tr>
            </thead>
            <tbody>
              {staff.map((person) => (
                <StaffLine key={person.id} person={person} view={view} />
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </div>
  );
}

function StaffSearch({ view: { query, left } }: { view: StaffView }) {
  return (
    <SearchLine action="/study/structure/staff" by="Фамилия или должность" query={query}>
      <Choice name="left" label="Кто" value={left ? '1' : ''} options={standing} />
    </SearchLine>
  );
}

const standing = [
  ['', 'работают'],
  ['1', 'уволились'],
] as const;

function StaffLine({ person, view: { may, today } }: { person: StaffRow; view: StaffView }) {
  const { id, name, positions, hiredOn, leftOn, account } = person;
  return (
    <tr>
      <th scope="row" className="name-cell">
        {may.accounts ? (
          <Link href={`/admin/accounts/${id}`} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        )}
        {!account && leftOn === null && <span className="sub">нет учётной записи</span>}
      </th>
      <td>
        {positions.map(({ id: position, title, department, endsOn }) => (
          <span key={position} className="sub-line">
            {title}
            {department && `, ${department}`}
            {endsOn && ` (по ${fullDate(endsOn)})`}
          </span>
        ))}
      </td>
      <td>{[...new Set(positions.map(({ role }) => roleLabels[role]))].join(', ')}</td>
      <td className="nowrap">
        с {fullDate(hiredOn)}
        {leftOn && <span className="sub">по {fullDate(leftOn)}</span>}
      </td>
      <td className="act">{may.enter && leftOn === null && <DismissDialog person={person} today={today} />}</td>
    </tr>
  );
}
