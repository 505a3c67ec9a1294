'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { keepsAnything } from '../client/database';
import { type Owner, OwnerContext } from '../client/owner';

/** What the person typed earlier and nobody sent: it is offered on every page but its own, where it goes by itself (T-068). */
export function UnsentOffer({ timeZone }: { timeZone: string }) {
  const owner = useContext(OwnerContext);
  const path = usePathname();
  const [band, setBand] = useState<ReactNode>(null);
  useEffect(() => {
    let isOld = false;
    const look = async () => {
      const found = owner?.keeps ? await offer(owner, path, timeZone) : null;
      if (!isOld) setBand(found);
    };
    const timer = setTimeout(() => void look().catch(() => undefined), 500); // a page takes over its own first
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [owner, path, timeZone]);
  return band;
}

async function offer({ person }: Owner, path: string, timeZone: string): Promise<ReactNode> {
  if (!(await keepsAnything())) return null;
  const [{ openKeeper, orphansOf }, { OfferBand }] = await Promise.all([
    import('../client/keeper'),
    import('./offer-band'),
  ]);
  const orphans = await orphansOf(await (await openKeeper()).own(person));
  const left = orphans.filter(({ place }) => !place.startsWith(`${path}?`));
  return left.length > 0 ? <OfferBand left={left} timeZone={timeZone} /> : null;
}
