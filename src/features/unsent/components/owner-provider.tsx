'use client';

import { type ReactNode, useEffect, useMemo } from 'react';
import { announce, listen } from '../client/channel';
import { tellWorker } from '../client/offline-worker';
import { type Owner, OwnerContext } from '../client/owner';

/** Says to everything below who types here, and to other tabs that he is back. */
export function OwnerProvider({ person, keeps, children }: Owner & { children: ReactNode }) {
  const owner = useMemo(() => ({ person, keeps }), [person, keeps]);
  useEffect(() => {
    announce();
    const stop = listen();
    const timer = setTimeout(() => void tellWorker(owner).catch(() => undefined), 1000); // not before the page has come up
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [owner]);
  return <OwnerContext value={owner}>{children}</OwnerContext>;
}
