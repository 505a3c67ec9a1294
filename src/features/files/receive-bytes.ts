import { createHash, randomBytes } from 'node:crypto';
import { fileLimits } from '@/domain/files/kinds';
import { type ContentVerdict, sniffer } from '@/domain/files/sniff';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { log } from '@/server/log';
import { refusalWords } from './content-words';
import { dropBytes } from './drop-bytes';

/** Bytes that have come and lie under `key`; nobody reads them until a file of this key is made. */
export type Received = { key: string; size: number; hash: string; verdict: ContentVerdict };

const tooLarge = () => new Refusal('TOO_LARGE', { detail: refusalWords.tooLarge });

/**
 * Stores a request's body piece by piece, whatever its size with a few pieces in memory. A random key: 128 bits that no
 * guess meets (T-035). @throws Refusal TOO_LARGE past 20 MB, INVALID when the body was cut off (T-043); nothing is left then
 */
export async function receiveBytes(request: Request): Promise<Received> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > fileLimits.file) throw tooLarge();
  const key = randomBytes(16).toString('base64url');
  try {
    const received = await store(key, request.body);
    if (received.size < declared) throw new Refusal('INVALID', { fields: ['файл'] });
    return received;
  } catch (error) {
    await forgetBytes(key);
    throw error;
  }
}

/** What cannot be dropped now goes at night. */
export async function forgetBytes(key: string): Promise<void> {
  await dropBytes(db(), key).catch((error: unknown) => log.error({ event: 'fault', error }));
}

async function store(key: string, body: ReadableStream<Uint8Array> | null): Promise<Received> {
  const [hash, content] = [createHash('sha256'), sniffer()];
  let [size, ordinal] = [0, 0];
  for await (const piece of pieces(body)) {
    size += piece.length;
    if (size > fileLimits.file) throw tooLarge();
    hash.update(piece);
    content.add(piece);
    await db()
      .$executeRaw`INSERT INTO file_chunk (file_key, ordinal, bytes, received_at) VALUES (${key}, ${ordinal}, ${piece}, app_now())`;
    ordinal += 1;
  }
  return { key, size, hash: hash.digest('hex'), verdict: content.verdict() };
}

/** The body in pieces of 256 kB, the last one shorter. @throws Refusal INVALID when the sender went away */
async function* pieces(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let waiting = 0;
  const whole = () => new Uint8Array(Buffer.concat(parts.splice(0)));
  for await (const part of arriving(body)) {
    for (let at = 0; at < part.length; ) {
      const taken = part.subarray(at, at + fileLimits.chunk - waiting);
      parts.push(taken);
      at += taken.length;
      waiting += taken.length;
      if (waiting < fileLimits.chunk) continue;
      yield whole();
      waiting = 0;
    }
  }
  if (waiting > 0) yield whole();
}

async function* arriving(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal('INVALID', { fields: ['файл'] });
    });
    if (done) return;
    yield value;
  }
}
