import { childEnv, EnvError, env } from '@/server/env';
import { installationSecrets } from '@/server/installation';
import { productionRefusals } from '@/server/postgres/production-guard';
import { isLoopbackHost } from '@/server/secret-strength';
import { runApplication, waitForPort } from './application';
import { bringSchema } from './migrate';
import { ensurePrismaClient } from './prisma-client';
import { ensureProductionBuild } from './production-build';
import { stopOnSignals } from './shutdown';

/** `npm start`: production on a server of your own. Refuses before the port opens (T-001). */
export async function runStart(): Promise<void> {
  const settings = env();
  if (settings.mode !== 'production')
    throw new EnvError(['VEDOMOST_MODE is for demo, dev and tests; leave it out here']);
  const refusals = await productionRefusals(settings.databaseUrl);
  if (refusals.length > 0) throw new EnvError(refusals);
  const isLocal = isLoopbackHost(new URL(settings.publicUrl).hostname);
  const host = settings.listenHost ?? (isLocal ? '127.0.0.1' : '0.0.0.0');
  const shutdown = stopOnSignals();
  try {
    await waitForPort(host, settings.port);
    await bringSchema(settings);
    await ensurePrismaClient();
    await ensureProductionBuild();
    const application = runApplication({
      kind: 'start',
      host,
      port: settings.port,
      env: childEnv({
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        DATABASE_OWNER_URL: undefined,
        DATABASE_OWNER_URL_FILE: undefined,
        BACKUP_PASSPHRASE: undefined, // the worker's alone
        BACKUP_PASSPHRASE_FILE: undefined,
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: settings.actionsKey ?? installationSecrets(settings.dataDir).actionsKey,
      }),
    });
    shutdown.add(application.stop);
    await application.ready;
    console.log(`Ведомость открыта: ${settings.publicUrl}`);
    await shutdown.stopped;
  } finally {
    await shutdown.stopAll();
  }
}
