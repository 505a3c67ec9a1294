'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** `match`: path prefixes under which the item is the current one; by default its own address. */
export type NavItem = { href: string; label: string; match?: readonly string[] };

function isCurrent(item: NavItem, path: string): boolean {
  const prefixes = item.match ?? [item.href];
  return prefixes.some((prefix) => path === prefix || (prefix !== '/' && path.startsWith(`${prefix}/`)));
}

/** Links of a navigation; the one that leads to the present page says so. */
export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  return items.map((item) => (
    <Link key={item.href} href={item.href} prefetch={false} aria-current={isCurrent(item, path) ? 'page' : undefined}>
      {item.label}
    </Link>
  ));
}
