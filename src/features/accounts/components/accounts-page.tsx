import Link from 'next/link';
import { shortDateTime } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTurner } from '@/ui/page-turner';
import { Choice, SearchLine } from '@/ui/search-line';
import type { AccountFilter, AccountsList } from '../accounts-view';
import { AccountStateSign } from './account-state';

const kinds = [
  ['', 'все'],
  ['staff', 'сотрудники'],
  ['students', 'студенты'],
  ['parents', 'родители'],
] as const;
const states = [
  ['', 'любое'],
  ['none', 'нет доступа'],
  ['issued', 'пароль с листка'],
  ['open', 'работает'],
  ['blocked', 'закрыта'],
  ['unused', 'не входили 180 дней'],
] as const;

/** Everybody's accounts: found by name, login, kind, group and state (R-004). */
export function AccountsPage({ list, filter }: { list: AccountsList; filter: AccountFilter }) {
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Учётные записи</h1>
        <span className="text-text2">{counted(list.total, 'человек', 'человека', 'человек')}</span>
        <span className="push">
          <ButtonLink href="/reports/credential-slips?group=staff">Листки сотрудникам</ButtonLink>{' '}
          <ButtonLink href={`/reports/credential-slips${filter.group ? `?group=${filter.group}` : ''}`}>
            Листки для группы
          </ButtonLink>
        </span>
      </div>
      <FilterLine list={list} filter={filter} />
      {list.lines.length === 0 ? (
        <EmptyState title="Никого не нашлось.">Измените условия поиска.</EmptyState>
      ) : (
        <AccountsTable list={list} />
      )}
      <PageTurner path="/admin/accounts" filter={filter} page={list.page} pages={list.pages} />
    </div>
  );
}

function FilterLine({ list, filter }: { list: AccountsList; filter: AccountFilter }) {
  const groups = list.groups.map(({ id, name }) => [id, name] as const);
  return (
    <SearchLine action="/admin/accounts" by="Фамилия или логин" query={filter.q}>
      <Choice name="kind" label="Кто" value={filter.kind} options={kinds} />
      <Choice name="group" label="Группа" value={filter.group ?? ''} options={[['', 'все группы'], ...groups]} />
      <Choice name="state" label="Состояние" value={filter.state} options={states} />
    </SearchLine>
  );
}

function AccountsTable({ list }: { list: AccountsList }) {
  return (
    <table className="tb tb-cards tb-hover">
      <thead>
        <tr>
          <th scope="col">ФИО</th>
          <th scope="col">Кто</th>
          <th scope="col">Логин</th>
          <th scope="col">Состояние</th>
          <th scope="col">Последний вход</th>
        </tr>
      </thead>
      <tbody>
        {list.lines.map(({ personId, name, who, login, state, lastSignIn }) => (
          <tr key={personId}>
            <th scope="row">
              <Link href={`/admin/accounts/${personId}`} prefetch={false}>
                {name}
              </Link>
            </th>
            <td>{who}</td>
            <td data-head="логин">{login ?? '–'}</td>
            <td>
              <AccountStateSign state={state} />
            </td>
            <td data-head="вход">{lastSignIn ? shortDateTime(lastSignIn, list.timeZone) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
