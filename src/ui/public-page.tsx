import type { ReactNode } from 'react';

/** A page of plain text that is open before sign-in. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="shell">
      <header className="strip">
        <a className="strip-logo" href="/">
          Ведомость
        </a>
      </header>
      <main id="main" className="prose">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
