import Link from 'next/link';

export type Segment = { href: string; label: string; current: boolean };

/** Two to five views of one thing, as links in one frame. */
export function Segments({ label, items }: { label: string; items: readonly Segment[] }) {
  return (
    <nav className="segments" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} prefetch={false} aria-current={item.current ? 'page' : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
