import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** ● done · ▲ attention · ■ overdue · ▶ now · ○ ahead. */
export type SignKind = 'done' | 'attention' | 'overdue' | 'now' | 'ahead';

/** The bare shape. Give `label` only where no word stands beside it; then a screen reader hears the label. */
export function Sign({ kind, label }: { kind: SignKind; label?: string }) {
  if (!label) return <span className={`sign sign-${kind}`} aria-hidden="true" />;
  return <span className={`sign sign-${kind}`} role="img" aria-label={label} title={label} />;
}

/** A sign with its word; `strong` colours the word too. */
export function State({ kind, strong, children }: { kind: SignKind; strong?: boolean; children: ReactNode }) {
  return (
    <span className={classNames('state', strong && `state-${kind}`)}>
      <Sign kind={kind} />
      <span>{children}</span>
    </span>
  );
}
