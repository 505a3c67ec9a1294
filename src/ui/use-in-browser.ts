import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and while the page wakes up, true from then on: for what is of no use before keys and clicks work. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
