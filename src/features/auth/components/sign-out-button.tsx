'use client';

import { type ComponentProps, type ComponentType, useContext, useEffect, useState } from 'react';
import { OwnerContext } from '@/features/unsent/client/owner';
import type { Leaving as LeavingType } from './leaving';

const load = () => import('./leaving');
/** Everything of the sign-out is fetched when the page has come to rest, so that it is there without a connection, too. */
const restMs = 2000;

export function SignOutButton() {
  const owner = useContext(OwnerContext);
  const [Leaving, setLeaving] = useState<ComponentType<ComponentProps<typeof LeavingType>> | null>(null);

  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), restMs);
    return () => clearTimeout(timer);
  }, []);

  async function leave() {
    if (Leaving) return;
    const loaded = await load().catch(() => null);
    if (loaded) setLeaving(() => loaded.Leaving);
    else window.location.reload(); // no connection, which the next page says, or another version by now
  }

  return (
    <>
      <button type="button" className="strip-out" onClick={leave}>
        {Leaving ? 'Выходим…' : 'Выйти'}
      </button>
      {Leaving && <Leaving owner={owner} onStay={() => setLeaving(null)} />}
    </>
  );
}
