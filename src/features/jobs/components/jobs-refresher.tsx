'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const every = 2_000; // milliseconds

/** Asks the page anew while a job on it is moving and somebody looks; draws nothing. */
export function JobsRefresher({ moving }: { moving: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, every);
    return () => clearInterval(timer);
  }, [moving, router]);
  return null;
}
