import { performBackup } from '@/features/backup/perform-backup';
import { withJournal } from './journal';
import { watchOnConsole } from './watch';

/** `backup create`: the same as the nightly one, now. */
export function createBackup(): Promise<void> {
  return withJournal(async () => {
    const { said, copy } = await performBackup({ jobId: null, ...watchOnConsole() });
    console.log(`${said}\n${copy}`);
  });
}
