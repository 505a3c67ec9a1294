import { startWorker } from '@/jobs/worker';
import { probe } from './probe-jobs';

/** A worker of its own process for tests that kill it; a short lease, so that a killed one's jobs are soon another's. */
const worker = startWorker({ handlers: [probe], lanes: 4, lease: 1 });
process.once('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
process.stdout.write('ready\n');
