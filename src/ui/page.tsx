import type { ReactNode } from 'react';

/** The page under the strip. `bar`: title and controls; `status` and `statusEnd`: the 24-px line at the foot. */
export function Page(props: { bar?: ReactNode; status?: ReactNode; statusEnd?: ReactNode; children: ReactNode }) {
  const { bar, status, statusEnd, children } = props;
  return (
    <>
      <main id="main" className="main" tabIndex={-1}>
        {bar && <div className="bar">{bar}</div>}
        {children}
      </main>
      {(status || statusEnd) && (
        <footer className="status no-print">
          <span>{status}</span>
          <span className="status-end">{statusEnd}</span>
        </footer>
      )}
    </>
  );
}
