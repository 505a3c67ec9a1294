import Link from 'next/link';
import { shortDateTime } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
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
      <Pages list={list} filter={filter} />
    </div>
  );
}

function FilterLine({ list, filter }: { list: AccountsList; filter: AccountFilter }) {
  return (
    <search>
      <form className="search-line" action="/admin/accounts">
        <input
          className="input"
          name="q"
          type="search"
          maxLength={100}
          defaultValue={filter.q}
          aria-label="Фамилия или логин"
          placeholder="Фамилия или логин"
        />
        <select className="input" name="kind" aria-label="Кто" defaultValue={filter.kind}>
          {kinds.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <select className="input" name="group" aria-label="Группа" defaultValue={filter.group ?? ''}>
          <option value="">все группы</option>
          {list.groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select className="input" name="state" aria-label="Состояние" defaultValue={filter.state}>
          {states.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <Button type="submit">Найти</Button>
      </form>
    </search>
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

function Pages({ list, filter }: { list: AccountsList; filter: AccountFilter }) {
  if (list.pages < 2) return null;
  const { q, kind, group, state } = filter;
  const to = (page: number) =>
    `/admin/accounts?${new URLSearchParams({ q, kind, state, group: String(group ?? ''), page: String(page) })}`;
  return (
    <nav className="search-line" aria-label="Страницы">
      {list.page > 1 && <ButtonLink href={to(list.page - 1)}>Назад</ButtonLink>}
      <span>
        Страница {list.page} из {list.pages}
      </span>
      {list.page < list.pages && <ButtonLink href={to(list.page + 1)}>Дальше</ButtonLink>}
    </nav>
  );
}
