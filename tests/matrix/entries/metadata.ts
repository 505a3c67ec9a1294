import { always, everybody } from '../../support/matrix-actors';
import type { Entries } from '../../support/matrix-entries';

const open = { targeted: false, example: () => ({}), expect: everybody(always('ok')) };

/** Icons, the worker of the offline page, and what browsers ask for by themselves. */
export const metadata: Entries = {
  'metadata /manifest.webmanifest': open,
  'metadata /icon.svg': open,
  'static /sw.js': open,
};
