'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/ui/button';
import { acknowledgeDevicesAction } from '../actions';

/** «Это я»: the notice of a new device goes. */
export function KnownDevices() {
  const router = useRouter();

  async function know() {
    const answer = await acknowledgeDevicesAction({}).catch(() => null);
    if (answer?.ok) router.refresh();
  }

  return (
    <Button size="small" onClick={() => void know()}>
      Это я
    </Button>
  );
}
