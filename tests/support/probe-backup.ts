import { makeCopy } from '@/features/backup/make-copy';
import { restoreDatabase } from '@/features/backup/restore-database';
import { migrations, passphrase } from './backup-desk';

/** What a killed process was doing: told by the test as JSON. */
export type ProbeBackup = { killAt: number } & (
  | { work: 'create'; url: string; folder: string }
  | { work: 'restore'; adminUrl: string; ownerUrl: string; runtimeUrl: string; file: string }
);

const order = JSON.parse(process.argv[2] ?? '') as ProbeBackup;
let steps = 0;
const watch = {
  signal: new AbortController().signal,
  progress: async () => {
    steps += 1;
    if (steps === order.killAt) process.kill(process.pid, 'SIGKILL');
  },
};

/** Makes a copy or restores one and dies by SIGKILL at the step that it was told, if it comes to it. */
if (order.work === 'create') {
  await makeCopy({ url: order.url, passphrase, places: [{ number: 1, folder: order.folder }] }, watch);
} else {
  await restoreDatabase(order, { file: order.file, passphrase, migrations }, watch, { keepFormer: false });
}
process.exit(0);
