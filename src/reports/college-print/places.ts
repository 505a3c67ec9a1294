import path from 'node:path';
import { env } from '@/server/env';

/** Where packages of prints lie; server and worker share `DATA_DIR`. */
export const printsFolder = (): string => path.resolve(/* turbopackIgnore: true */ env().dataDir, 'prints');

/** The folder of one job: its papers while it works, its package when it is done. */
export const jobFolder = (jobId: number): string => path.join(printsFolder(), `job-${jobId}`);

export const packageFile = (jobId: number): string => path.join(jobFolder(jobId), 'package.zip');
