import 'next/dist/server/node-environment-baseline';
import { NextRequest } from 'next/server';
import type { FilePart } from '@/domain/files/kinds';
import { fileRoute } from '@/features/files/file-route';
import { uploadRoute } from '@/features/files/upload-route';
import { publicUrl } from './matrix-database';
import { withRequest } from './matrix-in-process';
import type { World } from './world';

export type Who = keyof World['people'];

type Sent = {
  lesson?: number;
  section?: number;
  part?: FilePart | 'elsewhere';
  name?: string;
  headers?: Record<string, string>;
};

/** Uploads and downloads of the small college through the product's own routes, in this process. */
export function fileDesk(world: World) {
  const { sections, lessons } = world.college;
  const ask = async (who: Who) =>
    new Headers({ origin: publicUrl, cookie: `vedomost-session=${await world.token(who)}` });
  const upload = async (who: Who, bytes: Uint8Array | ReadableStream, sent: Sent = {}) => {
    const { lesson = lessons.today, section = sections.algorithms, part = 'homework', name = 'задание.txt' } = sent;
    const query = new URLSearchParams({ section: String(section), lesson: String(lesson), part, name });
    const headers = await ask(who);
    headers.set('content-type', 'application/octet-stream');
    for (const [key, value] of Object.entries(sent.headers ?? {})) headers.set(key, value);
    const body = bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes;
    const init = { method: 'POST', headers, body, duplex: 'half' } as const;
    const request = new NextRequest(`${publicUrl}/api/files?${query}`, init);
    const answer = await withRequest(headers, () => uploadRoute(request, { params: Promise.resolve({}) }));
    const said = (await answer.json()) as { id?: string; error?: { code: string; message: string } };
    return { status: answer.status, id: said.id ?? '', code: said.error?.code, message: said.error?.message ?? '' };
  };
  const download = async (who: Who, id: string) => {
    const headers = await ask(who);
    const request = new NextRequest(`${publicUrl}/api/files/${id}`, { headers });
    const answer = await withRequest(headers, () => fileRoute(request, { params: Promise.resolve({ id }) }));
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  return { upload, download };
}
