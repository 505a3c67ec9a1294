import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { roleLabels } from '@/texts/labels';
import { EmptyState } from '@/ui/empty-state';
import { Choice, SearchLine } from '@/ui/search-line';
import { Section } from '@/ui/section';
import type { StaffPosition, StaffRow, StaffView } from '../structure-view';
import { EndPositionDialog, GivePositionDialog } from './position-dialogs';
import { DismissDialog, HireDialog, PersonDialog, RehireDialog, UndoDismissalDialog } from './staff-dialogs';
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
          <EmptyState title="Никого не нашлось.">
            {left ? 'Уволившиеся появятся здесь.' : 'Измените условия поиска или примите сотрудника.'}
          </EmptyState>
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

function StaffLine({ person, view }: { person: StaffRow; view: StaffView }) {
  const { id, name, positions, hiredOn, leftOn, account } = person;
  return (
    <tr>
      <th scope="row" className="name-cell">
        {view.may.accounts ? (
          <Link href={`/admin/accounts/${id}`} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        )}
        {!account && leftOn === null && <span className="sub">нет учётной записи</span>}
      </th>
      <td>
        {positions.map((position) => (
          <PositionLine
            key={position.id}
            position={position}
            today={view.today}
            mayEnd={view.may.enter && leftOn === null && id !== view.self && positions.length > 1}
          />
        ))}
      </td>
      <td>{[...new Set(positions.map(({ role }) => roleLabels[role]))].join(', ')}</td>
      <td className="nowrap">
        с {fullDate(hiredOn)}
        {leftOn && <span className="sub">по {fullDate(leftOn)}</span>}
      </td>
      <td className="act">{view.may.enter && <Acts person={person} view={view} />}</td>
    </tr>
  );
}

function PositionLine(props: { position: StaffPosition; today: string; mayEnd: boolean }) {
  const { position, today, mayEnd } = props;
  const { title, department, startsOn, endsOn } = position;
  return (
    <span className="sub-line">
      {title}
      {department && `, ${department}`}
      {startsOn > today && ` (с ${fullDate(startsOn)})`}
      {endsOn && ` (по ${fullDate(endsOn)})`}{' '}
      {mayEnd && !endsOn && <EndPositionDialog position={position} today={today} />}
    </span>
  );
}

function Acts({ person, view: { departments, today, self } }: { person: StaffRow; view: StaffView }) {
  const gone = person.leftOn !== null && person.leftOn < today;
  return (
    <span className="row-acts">
      {person.person && !gone && <PersonDialog staff={person} person={person.person} today={today} />}
      {person.leftOn === null && person.id !== self && (
        <>
          <GivePositionDialog person={person} departments={departments} today={today} />
          <DismissDialog person={person} today={today} />
        </>
      )}
      {gone && <RehireDialog person={person} departments={departments} today={today} />}
      {person.leftOn !== null && <UndoDismissalDialog person={person} />}
    </span>
  );
}
