import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@/server/errors';
import { type Dumped, dumpDatabase, type Watch } from './dump-database';
import { verifyFile } from './file/verify-file';
import { fileEnd, isThere, type Place, removeDrafts, syncFolder, type Trouble, troubleOf } from './places';

/** Where a copy lies: re-read there and found whole, or why not. */
export type Laid = { place: 1 | 2; verified: boolean; trouble: Trouble | null };
export type MadeCopy = Dumped & { name: string; bytes: number; first: Place };

/** A medium slower than this is given up: no byte for so many milliseconds, or less than so many bytes a second over a while. */
export type Patience = { stall: number; bytesPerSecond: number; after: number };
const patience: Patience = { stall: 20_000, bytesPerSecond: 1 << 20, after: 40_000 };

/**
 * Writes a new copy into the first of the places that takes it; the file gets its name when it is whole (T-106).
 * @throws Refusal BACKUP_REFUSED when no place is there or none has room
 */
export async function makeCopy(
  { url, passphrase, places }: { url: string; passphrase: string; places: readonly Place[] },
  watch: Watch,
): Promise<MadeCopy> {
  let full = false;
  for (const first of places) {
    if (!(await isThere(first))) continue;
    const draft = path.join(first.folder, `vedomost-${randomBytes(8).toString('hex')}.part`);
    try {
      const dumped = await dumpDatabase(url, passphrase, () => openDraft(places, draft), watch);
      const name = nameOfCopy(dumped.madeAt);
      const { size } = await stat(draft);
      await rename(draft, path.join(first.folder, name));
      await syncFolder(first.folder);
      return { ...dumped, name, bytes: size, first };
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      if (watch.signal.aborted || troubleOf(error) !== 'full') throw error;
      full = true;
    }
  }
  const detail = full ? 'на носителях нет места' : 'ни один носитель не найден: проверьте BACKUP_DIR и BACKUP_DIR_2';
  throw new Refusal('BACKUP_REFUSED', { detail: `${detail}; копия не сделана` });
}

/** Opened only when no other copy is being made: drafts that lie about are nobody's. */
async function openDraft(places: readonly Place[], draft: string) {
  for (const place of places) await removeDrafts(place);
  return open(draft, 'wx', 0o600);
}

/** `vedomost-20261014T080000Z-1a2b3c4d.vedomost`: sorts by the moment that it holds. */
function nameOfCopy(madeAt: Date): string {
  const moment = `${madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  return `vedomost-${moment}-${randomBytes(4).toString('hex')}${fileEnd}`;
}

/** Lays the same file into another place, unless it lies there already. @returns the trouble, null when it is there */
export async function carryCopy(
  name: string,
  from: Place,
  to: Place,
  { signal, limits = patience }: { signal: AbortSignal; limits?: Patience },
): Promise<Trouble | null> {
  if (!(await isThere(to))) return 'missing';
  const target = path.join(to.folder, name);
  if (await stat(target).catch(() => null)) return null;
  const draft = path.join(to.folder, `${name.slice(0, -fileEnd.length)}.part`);
  const pace = new Pace(limits);
  try {
    await pipeline(
      createReadStream(path.join(from.folder, name)),
      pace.meter,
      createWriteStream(draft, { mode: 0o600, flush: true }),
      {
        signal: AbortSignal.any([signal, pace.signal]),
      },
    );
    await rename(draft, target);
    await syncFolder(to.folder);
    return null;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    signal.throwIfAborted();
    return pace.signal.aborted ? 'slow' : troubleOf(error);
  } finally {
    pace.close();
  }
}

/** Counts what passes and gives up when it is too little. */
class Pace {
  private readonly abort = new AbortController();
  private readonly began = performance.now();
  private last = this.began;
  private bytes = 0;
  private readonly timer: NodeJS.Timeout;
  readonly signal = this.abort.signal;
  readonly meter = new Transform({
    transform: (chunk: Buffer, _, done) => {
      this.bytes += chunk.length;
      this.last = performance.now();
      done(null, chunk);
    },
  });

  constructor({ stall, bytesPerSecond, after }: Patience) {
    const judge = () => {
      const now = performance.now();
      const slow = now - this.began > after && (this.bytes * 1000) / (now - this.began) < bytesPerSecond;
      if (slow || now - this.last > stall) this.abort.abort();
    };
    this.timer = setInterval(judge, Math.min(1000, after, stall));
    if (after === 0) this.abort.abort();
  }

  close(): void {
    clearInterval(this.timer);
  }
}

/** Reads a laid copy again: green only when every part of it is whole (T-111, T-113). */
export async function checkCopy(
  name: string,
  { number: place, folder }: Place,
  { passphrase, digest, signal }: { passphrase: string; digest: string | null; signal: AbortSignal },
): Promise<Laid & { digest: string | null; rows: number | null }> {
  try {
    const found = await verifyFile(path.join(folder, name), passphrase, { signal });
    const same = digest === null || found.digest === digest;
    return { place, verified: same, trouble: same ? null : 'damaged', digest: found.digest, rows: found.rows };
  } catch (error) {
    signal.throwIfAborted();
    return { place, verified: false, trouble: troubleOf(error), digest: null, rows: null };
  }
}
