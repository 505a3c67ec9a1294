import { database } from './database';
import { isOver, type Kept, othersOf, ownOf } from './kept';

const store = 'kept';

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
  return opened;
}

export type Keeper = {
  /** In one transaction, committed before the page can end. @throws when the browser has cleared its storage */
  readonly write: (put: Kept | null, remove: readonly string[]) => void;
  /** Everything of the person that is still in time; what is over is removed, whoever's it was. */
  readonly own: (person: number) => Promise<Kept[]>;
  readonly ofOthers: (person: number | undefined) => Promise<Kept[]>;
};

/** @throws when the browser keeps nothing */
export async function openKeeper(): Promise<Keeper> {
  const db = await open();
  const transaction = () => db.transaction(store, 'readwrite');
  const readAll = () =>
    new Promise<Kept[]>((resolve, reject) => {
      const act = transaction();
      const all = act.objectStore(store).getAll() as IDBRequest<Kept[]>;
      all.onsuccess = () => {
        for (const one of all.result) if (isOver(one, Date.now())) act.objectStore(store).delete(one.id);
        resolve(all.result);
      };
      act.onerror = () => reject(act.error);
    });
  return {
    write: (put, remove) => {
      const act = transaction();
      for (const id of remove) act.objectStore(store).delete(id);
      if (put) act.objectStore(store).put(put);
      act.commit();
    },
    own: async (person) => ownOf(await readAll(), person, Date.now()),
    ofOthers: async (person) => othersOf(await readAll(), person, Date.now()),
  };
}

const lockName = (id: string) => `vedomost-unsent ${id}`;

/** Holds what one page has left, once no other tab does (T-102), until the returned function is called or the tab ends. */
export function hold(id: string, ended: AbortSignal): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    navigator.locks
      .request(lockName(id), { signal: ended }, () => new Promise<void>((release) => resolve(release)))
      .catch(() => resolve(null));
  });
}

/** What no open page holds. */
export async function orphansOf(all: readonly Kept[]): Promise<Kept[]> {
  const { held = [] } = await navigator.locks.query();
  return all.filter(({ id }) => !held.some(({ name }) => name === lockName(id)));
}
