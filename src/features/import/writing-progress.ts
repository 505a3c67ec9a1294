type Listener = (done: number) => Promise<void>;

const listeners = new Map<number, Listener>();

/** Lets whoever carries an import out show how far it is: the rows are no one's to see before the commit. */
export async function listening<Result>(
  runId: number,
  listener: Listener,
  work: () => Promise<Result>,
): Promise<Result> {
  listeners.set(runId, listener);
  try {
    return await work();
  } finally {
    listeners.delete(runId);
  }
}

/** Tells how many rows are written; throws when the work shall stop, and everything is as it was. */
export async function tellWritten(runId: number, done: number): Promise<void> {
  await listeners.get(runId)?.(done);
}
