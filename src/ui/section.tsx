import type { ReactNode } from 'react';

/** A bold heading with its count; a table or list follows. `end` stands at the right edge of the heading. */
export function Section(props: { id: string; title: string; note?: ReactNode; end?: ReactNode; children: ReactNode }) {
  const { id, title, note, end, children } = props;
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {note && <span className="aside-note">{note}</span>}
        {end && <span className="push small">{end}</span>}
      </div>
      {children}
    </section>
  );
}
