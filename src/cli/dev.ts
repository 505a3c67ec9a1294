import { localSettings } from '@/server/env';
import { runApplication, waitForPort } from './application';
import { printLogins } from './demo-logins';
import { localEnv, openLocalDatabase, seedWhenEmpty } from './local-database';
import { ensurePrismaClient } from './prisma-client';
import { stopOnSignals } from './shutdown';

const host = '127.0.0.1';

/** `npm run dev`: the demo college with hot reload instead of a production build. */
export async function runDev(): Promise<void> {
  const settings = localSettings();
  const shutdown = stopOnSignals();
  try {
    await waitForPort(host, settings.port);
    const postgres = await openLocalDatabase(settings);
    shutdown.add(postgres.stop);
    await ensurePrismaClient();
    await seedWhenEmpty(postgres, settings);
    postgres.supervise();
    const env = localEnv(postgres, settings, 'dev');
    const application = runApplication({ kind: 'dev', host, port: settings.port, env });
    shutdown.add(application.stop);
    await application.ready;
    await printLogins(postgres.ownerUrl, `http://localhost:${settings.port}`);
    await shutdown.stopped;
  } finally {
    await shutdown.stopAll();
  }
}
