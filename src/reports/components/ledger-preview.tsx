'use client';

import { useEffect, useSyncExternalStore } from 'react';

const unchanging = () => () => undefined;

/**
 * A document keeps the policy of contents that it was loaded with, and only one loaded under /reports may frame the PDF
 * (T-064): whoever came by a link from elsewhere gets the page once more, as a document of its own.
 */
function mayFrame(): boolean {
  const [loaded] = performance.getEntriesByType('navigation');
  return loaded === undefined || /^\/reports(?:\/|$)/.test(new URL(loaded.name).pathname);
}

/** The preview is the PDF itself, shown by the browser. */
export function LedgerPreview({ src }: { src: string }) {
  const framed = useSyncExternalStore(unchanging, mayFrame, () => true);
  useEffect(() => {
    if (!framed) window.location.reload();
  }, [framed]);
  if (!framed) return <p className="aside-note">Ведомость составляется…</p>;
  return <iframe className="report-preview" title="Предварительный просмотр ведомости" src={src} />;
}
