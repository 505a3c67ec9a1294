import { localSettings } from '@/server/env';
import { runApplication, waitForPort } from './application';
import { printLogins } from './demo-logins';
import { localEnv, openLocalDatabase, seedWhenEmpty } from './local-database';
import { ensurePrismaClient } from './prisma-client';
import { ensureProductionBuild } from './production-build';
import { stopOnSignals } from './shutdown';

const host = '127.0.0.1';

/** `npm run demo`: everything from an empty machine to a table of logins; a later start reuses all of it. */
export async function runDemo(): Promise<void> {
  const settings = localSettings();
  const shutdown = stopOnSignals();
  try {
    await waitForPort(host, settings.port);
    console.log('Готовим базу данных…');
    const postgres = await openLocalDatabase(settings);
    shutdown.add(postgres.stop);
    await ensurePrismaClient();
    console.log('Готовим демонстрационный колледж и сборку (в первый раз это занимает пару минут)…');
    await Promise.all([seedWhenEmpty(postgres, settings), ensureProductionBuild()]);
    postgres.supervise();
    const env = localEnv(postgres, settings, 'demo');
    const application = runApplication({ kind: 'start', host, port: settings.port, env });
    shutdown.add(application.stop);
    await application.ready;
    await printLogins(postgres.ownerUrl, settings.trainingUrl ?? `http://localhost:${settings.port}`);
    await shutdown.stopped;
  } finally {
    await shutdown.stopAll();
  }
}
