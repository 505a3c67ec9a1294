import type { CellEditsAnswer } from '@/features/journal/cell-edits';

/** One value that the server has not confirmed: where, what, and the version over which it was typed. */
export type Edit<Target = unknown, Value = unknown> = {
  readonly target: Target;
  readonly value: Value;
  readonly version: number;
};

/** A batch on its way: sent again under the same key until somebody answers (T-084, T-099). */
export type Batch<One extends Edit = Edit, Body extends object = object> = {
  readonly key: string;
  /** When it was first sent, ISO. */
  readonly at: string;
  readonly body: Body;
  readonly sent: readonly One[];
};

export type Link =
  | { readonly kind: 'online' }
  /** No answer since an instant in milliseconds. */
  | { readonly kind: 'offline'; readonly since: number }
  /** The sign-in ended, the journal is closed at this hour: everything typed waits. */
  | { readonly kind: 'signedOut'; readonly sentence: string };

/** What the queue and the band read of a page's state. */
export type Saving<One extends Edit = Edit, Body extends object = object> = {
  readonly inFlight: Batch<One, Body> | null;
  readonly link: Link;
  /** Instant of the last answer, ISO. */
  readonly savedAt: string | null;
  /** What is unsent is kept in this browser: the page may be closed. */
  readonly kept: boolean;
};

export const notSaving: Saving<never, never> = { inFlight: null, link: { kind: 'online' }, savedAt: null, kept: false };

/** What is kept of an open page: ids and values only, no names (T-068). */
export type Unsent = { readonly batch: Batch | null; readonly edits: readonly Edit[] };

/** How a kind of page hands its values to the one queue: the journal's grid, the curator's day sheet. */
export type Desk<State> = {
  /** Where batches go. */
  readonly path: string;
  /** The page's own address; what is kept of it is put back nowhere else. */
  readonly place: string;
  /** How many values the server has not confirmed. */
  readonly waits: (state: State) => number;
  /** Moves up to `limit` values, oldest first, into a batch; null when there is nothing to take. */
  readonly take: (state: State, key: string, limit: number, at: string) => State | null;
  readonly saved: (state: State, answer: CellEditsAnswer) => State;
  /** A batch of several values was refused: all of them wait again. */
  readonly split: (state: State) => State;
  /** A single value was refused, with the server's sentence. */
  readonly refuse: (state: State, sentence: string) => State;
  /** Loaded when the page has come to rest: nothing of it is needed to show or to send. */
  readonly keeping: () => Promise<Keeping<State>>;
};

/** The same page's half that outlives it. */
export type Keeping<State> = {
  /** Parts of the state without a change of which nothing unsent has changed. */
  readonly marks: (state: State) => readonly unknown[];
  readonly keep: (state: State) => Unsent;
  /** Loaded when an earlier opening has left something. */
  readonly returning: () => Promise<Returning<State>>;
};

/** How what was kept comes back into a page. */
export type Returning<State> = {
  /** Values return into the page, to be sent over the versions at which they were typed. */
  readonly restore: (state: State, edits: readonly Edit[]) => State;
  /** The kept batch was answered: what it wrote and met is shown, what was typed after it returns. */
  readonly replay: (state: State, unsent: Unsent, answer: CellEditsAnswer) => State;
};
