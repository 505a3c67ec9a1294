import Link from 'next/link';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { Segments } from '@/ui/segments';
import type { SchemesView } from '../load-schemes-page';
import { LibraryTable } from './library-table';
import { ProgrammesForm } from './programmes-form';
import { SchemeLines } from './scheme-lines';
import './schemes.css';
import { StartButton } from './start-button';

const empty: Readonly<Record<'mine' | 'sent' | 'open' | 'approved', string>> = {
  mine: 'В этом году у вас нет журналов.',
  sent: 'На проверке ничего нет.',
  open: 'Все КТП сданы.',
  approved: 'Утверждённых КТП пока нет.',
};

/** КТП of a year with their terms, the library, the dates of the programmes. */
export function SchemesPage({ page }: { page: SchemesView }) {
  const { view, tabs, year, years, lines, beginning, words } = page;
  const href = (to: string, yearId = year?.id) => `/study/schemes?view=${to}${yearId ? `&year=${yearId}` : ''}`;
  return (
    <div className="single-wide">
      {page.every && (
        <Link href="/study" prefetch={false}>
          ‹ Учебная часть
        </Link>
      )}
      <div className="day-head">
        <h1>КТП</h1>
        <div className="push">
          <Segments
            label="Учебный год"
            items={years.map(({ id, name }) => ({ href: href(view, id), label: name, current: id === year?.id }))}
          />
        </div>
      </div>
      <div className="scheme-bar">
        <Segments
          label="Что показать"
          items={tabs.map((tab) => ({ href: href(tab.view), label: tab.label, current: tab.view === view }))}
        />
        {view !== 'programmes' && (
          <search>
            <form className="search-line" action="/study/schemes">
              <input type="hidden" name="view" value={view} />
              {year && <input type="hidden" name="year" value={year.id} />}
              <label htmlFor="schemes-search" className="sr-only">
                {words.search}
              </label>
              <input
                id="schemes-search"
                name="q"
                type="search"
                className="input"
                placeholder={words.search}
                defaultValue={page.query}
              />
              <Button type="submit">Найти</Button>
            </form>
          </search>
        )}
      </div>
      {beginning && (
        <Notice kind="info">
          <p>
            {beginning.label}: КТП ещё нет. Начните с пустого и вставьте таблицу из Excel или возьмите готовое за
            основу.
          </p>
          <p>
            <StartButton sectionId={beginning.sectionId} from={null} label="Начать с пустого" look="main" />
          </p>
        </Notice>
      )}
      {page.library && <LibraryTable lines={page.library} sectionId={beginning?.sectionId ?? null} />}
      {page.programmes && <ProgrammesForm lines={page.programmes} today={page.today} />}
      {view !== 'library' &&
        view !== 'programmes' &&
        (lines.length > 0 ? (
          <SchemeLines lines={lines} words={page.words} />
        ) : (
          <EmptyState title={page.query ? 'Ничего не нашлось.' : empty[view]}>
            {view === 'mine' && !page.query && 'КТП составляют для журналов, которые назначены вам нагрузкой.'}
          </EmptyState>
        ))}
    </div>
  );
}
