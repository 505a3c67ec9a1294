/** Called by the framework once per server process, before the first request. */
export async function register(): Promise<void> {
  const { boot } = await import('./server/boot');
  await boot();
}
