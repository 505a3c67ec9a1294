import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTurner } from '@/ui/page-turner';
import { Choice, SearchLine } from '@/ui/search-line';
import type { PeopleFilter, PeopleList, PersonLine } from '../card-view';
import { gapLabels } from '../card-words';
import { CheckSign } from './check-sign';

const states = [
  ['', 'все карточки'],
  ['incomplete', 'неполные'],
  ['unchecked', 'не сверены в этом полугодии'],
] as const;
const away = ['away', 'не числятся в группах'] as const;

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
      {list.lines.length === 0 ? <Nobody filter={filter} /> : <PeopleTable lines={list.lines} total={list.total} />}
      <PageTurner path="/study/people" filter={filter} page={list.page} pages={list.pages} />
    </div>
  );
}

/** Nobody was found, or nobody studies here yet. */
function Nobody({ filter: { q, group, state } }: { filter: PeopleFilter }) {
  if (q || group || state) return <EmptyState title="Никого не нашлось.">Измените условия поиска.</EmptyState>;
  return <EmptyState title="Студентов ещё нет.">Их зачисляет приказ или загрузка списка.</EmptyState>;
}

function FilterLine({ list, filter }: { list: PeopleList; filter: PeopleFilter }) {
  const groups = list.groups.map(({ id, name }) => [id, name] as const);
  return (
    <SearchLine
      action="/study/people"
      by="Студент, родитель, телефон или зачётная книжка"
      hint="Студент, родитель или телефон"
      query={filter.q}
    >
      <Choice name="group" label="Группа" value={filter.group ?? ''} options={[['', 'все группы'], ...groups]} />
      <Choice name="state" label="Карточки" value={filter.state} options={list.every ? [...states, away] : states} />
    </SearchLine>
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
