import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadHealth } from '@/features/health/queries';
import { loadJournal } from '@/features/journal/load-journal';
import { assumeEnv, env } from '@/server/env';
import { errorText } from '@/texts/errors';
import { testDatabase } from '../support/database';
import { journalDesk } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

/** A file system on which not a block is ever free. */
const fullDisk = process.platform === 'linux' ? '/proc' : '/dev';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await testDatabase().setClock(worldNow);
});
afterAll(() => world.close());

const desk = journalDesk(() => world);
const save = () => {
  const { lessons } = world.college;
  const presence = { lessonId: lessons.today, studentId: world.people.timur, value: 'absent' as const, version: 0 };
  return desk.save('gulnara', { presences: [presence] });
};

test('T-095 less than 1 GiB free: writes are refused in Russian, reading goes on, health and administrator are told', async () => {
  const roomy = env().dataDir;
  const { algorithms } = world.college.sections;
  assumeEnv({ DATA_DIR: fullDisk });
  expect(await desk.refused(save)).toBe('DISK_FULL');
  await expect(save()).rejects.toMatchObject({ options: { retryAfterSeconds: expect.any(Number) } });
  expect(errorText('DISK_FULL')).toMatch(/^На сервере кончилось место, запись не внесена\./);
  expect(await loadJournal(await world.actor('gulnara'), algorithms)).not.toBeNull();
  expect((await loadHealth()).warnings).toContain('disk-space');
  assumeEnv({ DATA_DIR: roomy });
  const again = () =>
    save().then(
      ({ presences }) => presences.length,
      (refusal: { code: string }) => refusal.code,
    );
  await expect.poll(again, { timeout: 10_000, interval: 200 }).toBe(1);
});
