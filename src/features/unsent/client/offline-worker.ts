import type { Owner } from './owner';

/**
 * Installs the worker that answers for pages when there is no network (public/sw.js), and tells it whose kept values it may
 * count: nobody's on a «чужой компьютер» and for people who write nothing.
 */
export async function tellWorker({ person, keeps }: Owner): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers || !navigator.onLine) return;
  if (keeps) await workers.register('/sw.js');
  const registration = keeps ? await workers.ready : await workers.getRegistration();
  registration?.active?.postMessage(keeps ? person : 0);
}
