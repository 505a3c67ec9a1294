import { expect, test } from 'vitest';
import { runInstall } from './install';
import { UsageError } from './usage';
import { runUser } from './user';

const named = ['--last-name', 'Ахметов', '--first-name', 'Ильдар', '--sex', 'male'];
const college = ['--name', 'Колледж', '--short-name', 'К', '--founder', 'Область', '--city', 'Самара', '--time-zone'];

test.each([
  ['no action', runUser, []],
  ['an unknown action', runUser, ['remove', 'ivanov']],
  ['nobody', runUser, ['create']],
  ['a role that nobody holds by position', runUser, ['create', ...named, '--role', 'student', '--title', 'студент']],
  ['an unknown option', runUser, ['create', ...named, '--age', '40']],
  ['a block without a reason', runUser, ['block', 'ivanov']],
  ['no institution', runInstall, []],
  ['an unknown time zone', runInstall, [...college, 'Europe/Nowhere']],
  ['an unknown profile', runInstall, [...college, 'Europe/Samara', '--profile', 's9']],
] as const)('R-004 %s is a wrong command line: nothing is asked of the database', async (_, run, args) => {
  await expect(run(args)).rejects.toBeInstanceOf(UsageError);
});
