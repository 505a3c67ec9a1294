import type { ReactNode } from 'react';
import type { Cover } from '../load-cover';

/** The label on a journal's cover: founder, institution, name of the journal, year; the form stands under the line. */
export function CoverLabel({ cover, children }: { cover: Cover; children: ReactNode }) {
  return (
    <main id="main" className="label-card">
      <div>
        <div>
          <p className="label-org">
            {cover.founder && (
              <>
                {cover.founder}
                <br />
              </>
            )}
            {cover.institution}
          </p>
          <h1>Ведомость</h1>
          <p className="label-sub">Электронный журнал{cover.academicYear && ` · ${cover.academicYear} учебный год`}</p>
          {children}
        </div>
      </div>
    </main>
  );
}
