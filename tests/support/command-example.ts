import type { World } from './world';

export type Who = keyof World['people'] | 'system' | 'anonymous';

/** A command, somebody who may run it, and an input that names every field the command knows. */
export type Example = { name: string; who: Who; input: Record<string, unknown> };

/** People, a plan line and a subgroup on which the examples stand. */
export type Prepared = {
  newcomers: number[];
  item: number;
  passFailItem: number;
  curriculum: number;
  subgroup: number;
  timetableEntry: number;
  /** Waiting in the queue. */
  jobs: number[];
};
