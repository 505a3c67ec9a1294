import { importJobKind } from '@/features/import/import-job';
import { performImport } from '@/features/import/perform-import';
import { defineJob } from './define-job';

/** A table that was brought: its check, and its writing when that was asked for (R-040, T-106). */
export const importJob = defineJob(importJobKind, performImport);
