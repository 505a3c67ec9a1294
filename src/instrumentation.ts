/** Called by the framework once per server process, before the first request; the edge build of it stays empty. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { boot } = await import('./server/boot');
    await boot();
    const { startBesideServer } = await import('./jobs/beside-server');
    startBesideServer();
  }
}
