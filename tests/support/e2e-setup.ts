import { writeFileSync } from 'node:fs';
import buildApplication from './build-setup';
import { ensureDemoTemplate, postgresNote } from './e2e-template';
import { openTestPostgres } from './test-postgres';

/** Once per browser run: build, test server, demo college; the workers read where it is from a note. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildApplication();
  const { postgres, close } = await openTestPostgres();
  const demoTemplate = await ensureDemoTemplate(postgres);
  writeFileSync(postgresNote, JSON.stringify({ ...postgres, template: demoTemplate }), { mode: 0o600 });
  return close;
}
