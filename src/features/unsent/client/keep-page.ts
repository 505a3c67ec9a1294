import type { CellEditsAnswer } from '@/features/journal/cell-edits';
import type { Desk, Edit, Keeping, Saving, Unsent } from './desk';
import { hold, type Keeper, openKeeper } from './keeper';
import { type Kept, keptNow } from './kept';
import { newKey } from './new-key';
import { pauseAfter } from './save-queue';
import type { Send } from './send';
import type { Store } from './store';

export type Keep = {
  /** Writes at once what changed a moment ago: the page ends. */
  readonly write: () => void;
  /** Lets go of what is kept: the next page of this address takes it over. */
  readonly end: () => void;
};

type Parts<State> = { store: Store<State>; desk: Desk<State>; person: number; send: Send };

/**
 * Keeps what is unsent of an open page in the browser (T-068, T-102), and puts back what an earlier opening of the same page
 * has left: first the batch that was on its way goes out under its own key (T-099), then its other values return into the
 * page over the versions at which they were typed, so that conflicts stand side by side. @throws when the browser keeps nothing
 */
export async function keepPage<State extends Saving>({ store, desk, person, send }: Parts<State>): Promise<Keep> {
  const [keeper, keeping] = await Promise.all([openKeeper(), desk.keeping()]);
  const own = { id: newKey(), person, place: desk.place };
  const release = await hold(own.id, new AbortController().signal);
  const pen = createPen(store, keeping, keeper, own);
  store.set((state) => ({ ...state, kept: true }));
  const ended = new AbortController();
  void takeOver({ store, keeping, keeper, send }, own, pen, ended.signal);
  return {
    write: pen.write,
    end: () => {
      ended.abort();
      pen.end();
      release?.();
    },
  };
}

type Pen = { readonly write: (also?: readonly string[]) => void; readonly end: () => void };

/** Writes the page's own record after each change, off the way of the key that made it. */
function createPen<State extends Saving>(
  store: Store<State>,
  keeping: Keeping<State>,
  keeper: Keeper,
  own: Pick<Kept, 'id' | 'person' | 'place'>,
): Pen {
  let marks: readonly unknown[] = [];
  let kept: Kept | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = (also: readonly string[] = []) => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const state = store.get();
    const now = keeping.marks(state);
    if (also.length === 0 && now.every((mark, index) => mark === marks[index])) return;
    marks = now;
    const before = kept;
    kept = keptNow(before, own, keeping.keep(state), Date.now());
    if (!kept && !before && also.length === 0) return;
    try {
      keeper.write(kept, kept ? also : [own.id, ...also]);
    } catch {
      unsubscribe(); // signed out elsewhere: the storage was cleared and nothing is kept here any more
      store.set((old) => ({ ...old, kept: false }));
    }
  };
  const unsubscribe = store.subscribe(() => {
    timer ??= setTimeout(write, 0);
  });
  write();
  return {
    write,
    end: () => {
      write();
      unsubscribe();
    },
  };
}

type Desktop<State> = { store: Store<State>; keeping: Keeping<State>; keeper: Keeper; send: Send };

/** What earlier openings of the page have left; what another tab still holds is waited for, until that tab ends. */
async function takeOver<State extends Saving>(
  desktop: Desktop<State>,
  { person, place }: Pick<Kept, 'person' | 'place'>,
  pen: Pen,
  ended: AbortSignal,
): Promise<void> {
  const left = (await desktop.keeper.own(person)).filter((one) => one.place === place);
  for (const { id } of left) void adopt(desktop, person, id, pen, ended);
}

async function adopt<State extends Saving>(
  { store, keeping, keeper, send }: Desktop<State>,
  person: number,
  id: string,
  pen: Pen,
  ended: AbortSignal,
): Promise<void> {
  const release = await hold(id, ended);
  const one = release && (await keeper.own(person)).find((kept) => kept.id === id);
  const returning = one && (await keeping.returning().catch(() => null));
  const left = returning && (await finishBatch(one, send, ended, () => store.set(withoutAnswer)));
  if (left && !ended.aborted) {
    const { edits, answer } = left;
    store.set((state) => (answer ? returning.replay(state, one, answer) : returning.restore(state, edits)));
    pen.write([id]);
  }
  release?.();
}

type Finished = { readonly edits: readonly Edit[]; readonly answer: CellEditsAnswer | null };

/** Sends the kept batch under its own key until somebody answers; a refused one is values to be tried anew. */
async function finishBatch(
  { batch, edits }: Unsent,
  send: Send,
  ended: AbortSignal,
  onSilence: () => void,
): Promise<Finished> {
  for (let failures = 0; batch && !ended.aborted; failures++) {
    const reply = await send(batch.body, batch.key, false);
    if (reply.kind === 'saved') return { edits, answer: reply.answer };
    if (reply.kind === 'refused') return { edits: [...batch.sent, ...edits], answer: null };
    onSilence();
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(failures)));
  }
  return { edits, answer: null };
}

function withoutAnswer<State extends Saving>(state: State): State {
  return state.link.kind === 'online' ? { ...state, link: { kind: 'offline', since: Date.now() } } : state;
}
