import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Zip, ZipPassThrough } from 'fflate';

export type ZipEntry = { path: string; name: string };

/**
 * Packs files as they are (PDFs are compressed already) through streams: memory does not grow with them. The package appears
 * under its name only when it is whole.
 */
export async function zipFiles(target: string, entries: readonly ZipEntry[], signal: AbortSignal): Promise<void> {
  const draft = `${target}.${randomUUID()}`;
  await pipeline(zipped(entries), createWriteStream(draft), { signal });
  await rename(draft, target);
}

async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for (const { path, name } of entries) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    for await (const chunk of createReadStream(path)) {
      file.push(new Uint8Array(chunk as Buffer));
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
