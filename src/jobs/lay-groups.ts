import { layGroups } from '@/features/timetable/lay-groups';
import { layGroupsKind } from '@/features/timetable/laying-kind';
import { defineJob } from './define-job';

/** The lessons of all groups of a period, laid from their weeks. */
export const layGroupsJob = defineJob(layGroupsKind, layGroups);
