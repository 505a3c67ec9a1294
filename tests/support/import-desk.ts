import 'next/dist/server/node-environment-baseline';
import { createHash, randomBytes } from 'node:crypto';
import { NextRequest } from 'next/server';
import { beginImport } from '@/features/import/begin-import';
import { carryOutImport } from '@/features/import/carry-out-import';
import { confirmImport } from '@/features/import/confirm-import';
import { uploadRoute } from '@/features/import/routes';
import type { KeptRow } from '@/features/import/table-check';
import { publicUrl } from './matrix-database';
import { withRequest } from './matrix-in-process';
import type { World } from './world';

type Who = keyof World['people'];

const meta = { address: 'test', device: 'test' };

/** Brings tables into the small college as a person does, without a worker between. */
export function importDesk(world: World) {
  const { owner } = world;
  const begin = async (who: Who, kind: string, table: string | Uint8Array) => {
    const bytes = new Uint8Array(typeof table === 'string' ? Buffer.from(table) : table);
    const [key, hash] = [randomBytes(16).toString('base64url'), createHash('sha256').update(bytes).digest('hex')];
    await owner.fileChunk.create({
      data: { fileKey: key, ordinal: 0, bytes, receivedAt: new Date('2026-10-14T08:00:00Z') },
    });
    const { id } = await beginImport.execute(await world.actor(who), { kind, name: 'таблица.csv', key, hash }, meta);
    return id;
  };
  const carryOut = async (who: Who, runId: number) => carryOutImport.execute(await world.actor(who), { runId }, meta);
  const confirm = async (who: Who, runId: number) => confirmImport.execute(await world.actor(who), { runId }, meta);
  const rowsOf = async (runId: number) => {
    const run = await owner.importRun.findUniqueOrThrow({ where: { id: runId } });
    return (run.rows as { rows: KeptRow[] } | null)?.rows ?? [];
  };
  /** Only checked. */
  const check = async (who: Who, kind: string, table: string | Uint8Array) => {
    const id = await begin(who, kind, table);
    const told = await carryOut(who, id);
    return { id, ...told, rows: await rowsOf(id) };
  };
  /** Checked and written. */
  const bring = async (who: Who, kind: string, table: string | Uint8Array) => {
    const { id } = await check(who, kind, table);
    await confirm(who, id);
    return { id, ...(await carryOut(who, id)) };
  };
  const upload = async (who: Who, bytes: Uint8Array | ReadableStream, sent: Record<string, string> = {}) => {
    const headers = new Headers({
      ...{ origin: publicUrl, cookie: `vedomost-session=${await world.token(who)}` },
      ...{ 'content-type': 'application/octet-stream', ...sent },
    });
    const body = bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes;
    const init = { method: 'POST', headers, body, duplex: 'half' } as const;
    const request = new NextRequest(`${publicUrl}/api/study/import?kind=students&name=список.csv`, init);
    const answer = await withRequest(headers, () => uploadRoute(request, { params: Promise.resolve({}) }));
    return { status: answer.status, body: (await answer.json()) as { id?: number } };
  };
  return { begin, carryOut, confirm, check, bring, upload, rowsOf };
}

/** Rows of texts under their titles. */
export function csv(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');
}
