import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { loadJournalList } from '@/features/journal/load-journal-list';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { Segments } from '@/ui/segments';

export const metadata: Metadata = { title: 'Журналы' };

type Props = { searchParams: Promise<{ year?: string | string[]; group?: string | string[] }> };

export default async function JournalListPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { year, group } = await searchParams;
  const yearId = year === undefined ? undefined : parseId(String(year));
  const groupId = group === undefined ? undefined : parseId(String(group));
  const list = yearId === null || groupId === null ? null : await loadJournalList(actor, { yearId, groupId });
  if (!list) notFound();
  const writes = can(actor, 'scheme.enter');
  return (
    <Page>
      <div className="single-wide">
        <div className="day-head">
          <h1>Журналы</h1>
          {groupId !== undefined && (
            <ButtonLink size="small" href="/journal">
              Все группы
            </ButtonLink>
          )}
          {writes && (
            <ButtonLink size="small" href="/study/schemes?view=mine">
              Мои КТП
            </ButtonLink>
          )}
          <div className="push">
            <Segments
              label="Учебный год"
              items={list.years.map(({ id, name }) => ({
                href: `/journal?year=${id}`,
                label: name,
                current: id === list.year?.id,
              }))}
            />
          </div>
        </div>
        {list.groups.length === 0 && (
          <EmptyState title="Журналов пока нет.">Они появятся, когда учебная часть введёт нагрузку.</EmptyState>
        )}
        <div className="journal-list">
          {list.groups.map((group) => (
            <section key={group.name} aria-label={group.name}>
              <h2>{group.name}</h2>
              <ul>
                {group.sections.map((section) => (
                  <li key={section.id}>
                    <Link prefetch={false} href={`/journal/${section.id}`}>
                      {section.title}
                    </Link>{' '}
                    <span className="aside-note">
                      {[section.subgroup, ...section.teachers].filter(Boolean).join(', ')}
                    </span>{' '}
                    {writes && actor.teaches.includes(section.id) && (
                      <Link prefetch={false} className="small" href={`/study/schemes?section=${section.id}`}>
                        КТП
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}
