import type { ReactNode } from 'react';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Sign } from '@/ui/sign';
import type { GroupLine, GroupsOverview } from '../today-view';
import { GroupsTable } from './groups-table';

const lights = [
  { state: 'overdue', title: 'Требуют действий', rule: 'есть занятия с истёкшим сроком' },
  { state: 'attention', title: 'Внимание', rule: 'нет домашнего задания' },
  { state: 'done', title: 'В порядке', rule: 'всё заполнено в срок' },
] as const;

type Props = {
  overview: GroupsOverview;
  /** What cannot wait. */
  alert: ReactNode;
};

/** First the worst: groups under their light, with the way to their journals and, where allowed, to print. */
export function GroupsPage({ overview, alert }: Props) {
  const { groups, query, total, period } = overview;
  const parts = lights.map((light) => ({ ...light, groups: groups.filter(({ state }) => state === light.state) }));
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Журналы групп</h1>
        <span className="text-text2">{period}</span>
        <span className="push small legend">
          {lights.map(({ state, rule }) => (
            <span key={state}>
              <Sign kind={state} />
              {rule}
            </span>
          ))}
        </span>
      </div>
      {alert}
      <search>
        <form className="search-line" action="/">
          <label htmlFor="group-search" className="sr-only">
            Группа, программа или куратор
          </label>
          <input
            id="group-search"
            name="q"
            type="search"
            className="input"
            placeholder="Группа, программа или куратор"
            defaultValue={query}
          />
          <Button type="submit">Найти</Button>
          <span className="aside-note">{foundWords(query, groups, total)}</span>
        </form>
      </search>
      {groups.length === 0 ? (
        <EmptyState title="Таких групп нет.">Проверьте написание или очистите поиск.</EmptyState>
      ) : (
        <GroupsTable parts={parts} groups={groups} canPrint={overview.canPrint} />
      )}
    </div>
  );
}

function foundWords(query: string, groups: readonly GroupLine[], total: number): string {
  return query ? `найдено ${groups.length} из ${total}` : counted(total, 'группа', 'группы', 'групп');
}
