import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import type { PeopleFilter, PeopleList, PersonLine } from '../card-view';
import { gapLabels } from '../card-words';
import { CheckSign } from './check-sign';

const states = [
  ['', 'все карточки'],
  ['incomplete', 'неполные'],
  ['unchecked', 'не сверены в этом полугодии'],
] as const;

/** Students and the state of their cards: what is missing, what has not been checked. */
export function PeoplePage({ list, filter }: { list: PeopleList; filter: PeopleFilter }) {
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Студенты</h1>
        <span className="text-text2">
          неполных карточек: {list.incomplete}, не сверено в этом полугодии: {list.unchecked}
        </span>
        {list.waiting > 0 && (
          <span className="push">
            <ButtonLink href="/study/requests">Заявки родителей: {list.waiting}</ButtonLink>
          </span>
        )}
      </div>
      <FilterLine list={list} filter={filter} />
      {list.lines.length === 0 ? (
        <EmptyState title="Никого не нашлось.">Измените условия поиска.</EmptyState>
      ) : (
        <PeopleTable lines={list.lines} total={list.total} />
      )}
      <Pages list={list} filter={filter} />
    </div>
  );
}

function FilterLine({ list, filter }: { list: PeopleList; filter: PeopleFilter }) {
  return (
    <search>
      <form className="search-line" action="/study/people">
        <input
          className="input"
          name="q"
          type="search"
          maxLength={100}
          defaultValue={filter.q}
          aria-label="Студент, родитель, телефон или зачётная книжка"
          placeholder="Студент, родитель или телефон"
        />
        <select className="input" name="group" aria-label="Группа" defaultValue={filter.group ?? ''}>
          <option value="">все группы</option>
          {list.groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select className="input" name="state" aria-label="Карточки" defaultValue={filter.state}>
          {states.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          {list.every && <option value="away">не числятся в группах</option>}
        </select>
        <Button type="submit">Найти</Button>
      </form>
    </search>
  );
}

function PeopleTable({ lines, total }: { lines: readonly PersonLine[]; total: number }) {
  return (
    <table className="tb tb-cards tb-hover">
      <caption className="sr-only">{counted(total, 'студент', 'студента', 'студентов')}</caption>
      <thead>
        <tr>
          <th scope="col">ФИО</th>
          <th scope="col">Группа</th>
          <th scope="col">Чего не хватает</th>
          <th scope="col">Сверка</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ studentId, name, group, gaps, check, checkedOn }) => (
          <tr key={studentId}>
            <th scope="row">
              <Link href={`/study/people/${studentId}`} prefetch={false}>
                {name}
              </Link>
            </th>
            <td>{group ?? 'не числится'}</td>
            <td className={gaps.length > 0 ? 'line' : 'is-empty'}>
              {gaps.map((gap) => gapLabels[gap]).join(', ') || <span className="text-text3">–</span>}
            </td>
            <td>
              <CheckSign state={check} />
              {checkedOn && <span className="sub">{fullDate(checkedOn)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pages({ list, filter }: { list: PeopleList; filter: PeopleFilter }) {
  if (list.pages < 2) return null;
  const { q, group, state } = filter;
  const to = (page: number) =>
    `/study/people?${new URLSearchParams({ q, state, group: String(group ?? ''), page: String(page) })}`;
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
