import Link from 'next/link';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { JournalView } from '../journal-view';

/** Which group, course and period: menus of links, so that a key passing by opens nothing. */
export function JournalMenus({ view }: { view: JournalView }) {
  const { section, sections, periods, period } = view;
  const own = sections.filter((one) => one.group === section.group);
  const groups = [...new Map(sections.map((one) => [one.group, one])).values()];
  return (
    <>
      <h1 className="sr-only">
        Журнал: {section.title}, {section.group}
      </h1>
      <Menu label={<b>{section.group}</b>}>
        {groups.map((one) => (
          <Link key={one.id} href={`/journal/${one.id}`} prefetch={false} aria-current={one.group === section.group}>
            {one.group}
          </Link>
        ))}
      </Menu>
      <Menu label={<span>{section.title}</span>}>
        {own.map((one) => (
          <Link key={one.id} href={`/journal/${one.id}`} prefetch={false} aria-current={one.id === section.id}>
            {one.title}
          </Link>
        ))}
      </Menu>
      {periods.length > 1 && (
        <Menu label={<span>{period.name}</span>}>
          {periods.map((one) => (
            <Link
              key={one.id}
              href={`/journal/${section.id}?period=${one.id}`}
              prefetch={false}
              aria-current={one.id === period.id}
            >
              {one.name}
              {one.locked ? ' · закрыт' : ''}
            </Link>
          ))}
        </Menu>
      )}
    </>
  );
}

/** What a closed menu holds is made when it opens. */
function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const close = (event: Event) => {
      const { current } = menu;
      if (!current?.open) return;
      const outside = event.target instanceof Node && !current.contains(event.target);
      if (outside || (event instanceof KeyboardEvent && event.key === 'Escape')) current.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={menu} className="jg-menu" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="btn">{label}</summary>
      <div>{open && children}</div>
    </details>
  );
}
