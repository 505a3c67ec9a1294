import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { EnvError, env } from './env';
import { logRequests } from './http-log';
import { log } from './log';
import { productionRefusals } from './postgres/production-guard';
import { quietConsole } from './quiet-console';

/**
 * First thing in a server process: refuses a bad configuration before any request is answered (T-001), also when the
 * framework's own start command is used instead of ours, and dies with the process that supervises it.
 */
export async function boot(): Promise<void> {
  try {
    const { mode, databaseUrl } = env();
    const refusals = mode === 'production' ? await productionRefusals(databaseUrl) : [];
    if (refusals.length > 0) throw new EnvError(refusals);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    log.fatal({ event: 'start-refused', problems: error.problems });
    process.exit(1);
  }
  if (env().mode === 'production') quietConsole();
  process.on('unhandledRejection', (error) => log.error({ event: 'unhandled-rejection', error }));
  logRequests();
  closeConnectionsWhenStopping();
  // The framework ends a wanted stop with 130 or 143; for a supervisor it is a success (T-152).
  process.on('exit', (code) => {
    if (code === 130 || code === 143) process.exitCode = 0;
  });
  const stop = () => process.kill(process.pid, 'SIGTERM');
  if (process.connected) process.once('disconnect', stop);
  else if (process.connected === false) stop(); // the supervisor died while we were starting; undefined: there is none
}

/**
 * From SIGTERM on every answer closes its connection. Otherwise a client that keeps asking over one connection holds the
 * server for ever: the framework waits for open ones (T-152).
 */
function closeConnectionsWhenStopping(): void {
  const unanswered = new Set<ServerResponse>();
  let stopping = false;
  const closeAfter = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
    if (stopping) closeAfter(response);
  });
  process.once('SIGTERM', () => {
    stopping = true;
    for (const response of unanswered) closeAfter(response);
  });
}
