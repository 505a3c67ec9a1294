import { writeFileSync } from 'node:fs';
import buildApplication from './build-setup';
import { type E2ePostgres, ensureDemoTemplate, postgresNote } from './e2e-template';
import { openTestPostgres } from './test-postgres';

/** Once per browser run: build, test server, demo college; the workers read where it is from a note. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildApplication();
  const { postgres, close } = await openTestPostgres();
  const demoTemplate = await ensureDemoTemplate(postgres);
  const note: E2ePostgres = { ...postgres, template: demoTemplate, emptyTemplate: postgres.template };
  writeFileSync(postgresNote, JSON.stringify(note), { mode: 0o600 });
  return close;
}
