import type { z } from 'zod';

/** A kind of background work: its name in the queue, and what a job of it must be told. */
export type JobKind<Schema extends z.ZodType = z.ZodType> = { kind: string; payload: Schema };

/** What a finished job leaves: a sentence for the person, and whatever its own page needs. */
export type JobResult = { said: string; [fact: string]: string | number | boolean | null };
