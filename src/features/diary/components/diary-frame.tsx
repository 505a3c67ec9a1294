import Link from 'next/link';
import type { ReactNode } from 'react';
import { NavLinks } from '@/ui/nav-links';
import type { DiaryOwner } from '../diary-view';
import { diaryHref } from '../links';

/**
 * Whose diary it is and its four pages; on a phone the pages' tabs lie under the thumb. No box around them: the shell lays them
 * out, and the router finds the page's top by its first element, which must have a box of its own.
 */
export function DiaryFrame({ owner, children }: { owner: DiaryOwner; children: ReactNode }) {
  const root = diaryHref(owner.studentId);
  return (
    <>
      <section className="diary-cover no-print" aria-label="Чей дневник">
        {owner.children.length > 1 ? (
          <ChildTabs owner={owner} />
        ) : (
          <p className="diary-owner">
            <b>{owner.name}</b> {owner.group}, {owner.yearOfStudy} курс
          </p>
        )}
      </section>
      <nav className="tabs no-print" aria-label="Разделы дневника">
        <NavLinks
          items={[
            { href: root, label: 'Дневник', exact: true },
            { href: `${root}/subjects`, label: 'Предметы' },
            { href: `${root}/absences`, label: 'Пропуски' },
            { href: `${root}/timetable`, label: 'Расписание' },
            ...(owner.mayAsk ? [{ href: `${root}/data`, label: 'Данные' }] : []),
          ]}
        />
      </nav>
      <main id="main" className="diary-main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function ChildTabs({ owner }: { owner: DiaryOwner }) {
  return (
    <nav className="kids" aria-label="Дети">
      {owner.children.map((child) => (
        <Link
          key={child.studentId}
          href={diaryHref(child.studentId)}
          prefetch={false}
          aria-current={child.studentId === owner.studentId ? 'true' : undefined}
        >
          <b>{child.firstName}</b>
          {child.group}, {child.yearOfStudy} курс
        </Link>
      ))}
    </nav>
  );
}
