import type { ReactNode } from 'react';
import { Sign, type SignKind } from './sign';

export type NoticeKind = 'error' | 'warning' | 'info' | 'done';

const signs: Record<NoticeKind, SignKind> = { error: 'overdue', warning: 'attention', info: 'now', done: 'done' };

/** What happened, what was kept, what to do. `live` announces it to a screen reader when it appears. */
export function Notice({ kind, live, children }: { kind: NoticeKind; live?: boolean; children: ReactNode }) {
  const role = kind === 'error' ? 'alert' : 'status';
  return (
    <div className={`notice notice-${kind}`} role={live ? role : undefined}>
      <Sign kind={signs[kind]} />
      <div>{children}</div>
    </div>
  );
}
