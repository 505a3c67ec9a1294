import type { ReactNode } from 'react';

/** Nothing to show: why, and what would make something appear. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <p className="empty">
      <b>{title}</b>
      {children}
    </p>
  );
}
