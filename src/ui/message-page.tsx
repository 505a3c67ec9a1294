import type { ReactNode } from 'react';

/** One calm sentence instead of a page: what happened, what to do. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="cover-page">
      <main id="main" className="label-card">
        <div>
          <div className="label-message">
            <h1>{title}</h1>
            {children}
          </div>
        </div>
      </main>
    </div>
  );
}
