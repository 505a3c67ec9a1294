'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** `exact`: only the address itself is the current page, not those below it. `anew`: a full load, for a page with headers of its own. */
export type NavItem = { href: string; label: string; exact?: boolean; anew?: boolean };

function isCurrent({ href, exact }: NavItem, path: string): boolean {
  return path === href || (!exact && href !== '/' && path.startsWith(`${href}/`));
}

/** The item nearest to the page: of «/reports» and «/reports/slips» only the longer one. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  return items
    .filter((item) => isCurrent(item, path))
    .reduce<NavItem | undefined>(
      (best, item) => (best && best.href.length >= item.href.length ? best : item),
      undefined,
    );
}

/** Links of a navigation; the one that leads to the present page says so. */
export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  const nearest = currentItem(items, path);
  return items.map((item) => {
    const current = item === nearest ? 'page' : undefined;
    return item.anew ? (
      <a key={item.href} href={item.href} aria-current={current}>
        {item.label}
      </a>
    ) : (
      <Link key={item.href} href={item.href} prefetch={false} aria-current={current}>
        {item.label}
      </Link>
    );
  });
}
