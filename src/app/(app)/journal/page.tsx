import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { journalKinds } from '@/domain/journal/journal-kind';
import { JournalKindFilter } from '@/features/journal/components/journal-kind-filter';
import { loadJournalList } from '@/features/journal/load-journal-list';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { journalKindNotes } from '@/texts/journal-kinds';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { Segments } from '@/ui/segments';

export const metadata: Metadata = { title: 'Журналы' };

type Query = Partial<Record<'year' | 'group' | 'kind', string | string[]>>;
type Props = { searchParams: Promise<Query> };

export default async function JournalListPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { year, group, kind: wanted } = await searchParams;
  const yearId = year === undefined ? undefined : parseId(String(year));
  const groupId = group === undefined ? undefined : parseId(String(group));
  const kind = wanted === undefined ? null : journalKinds.find((one) => one === wanted);
  const known = yearId !== null && groupId !== null && kind !== undefined;
  const list = known ? await loadJournalList(actor, { yearId, groupId, kind }) : null;
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
        <JournalKindFilter list={list} groupId={groupId ?? undefined} />
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
                      {[section.subgroup, ...section.teachers, kind === null && journalKindNotes[section.kind]]
                        .filter(Boolean)
                        .join(', ')}
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
