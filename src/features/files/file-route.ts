import { type FileKind, fileLimits } from '@/domain/files/kinds';
import { attachmentHeader } from '@/domain/files/names';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { readRoute } from '@/server/http';
import { findFile } from './find-file';

const types: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  txt: 'text/plain',
};

/** A file's bytes, always as a download (T-047); the policy of its contents is the sandbox that `proxy.ts` sets. */
export const fileRoute = readRoute(async (actor, params) => {
  const file = await findFile(actor, params.id ?? '');
  if (!file) throw new Refusal('NOT_FOUND');
  return new Response(bytesOf(file), {
    headers: {
      'Content-Type': types[file.kind],
      'Content-Disposition': attachmentHeader(file.name),
    },
  });
});

/** A piece is read when the reader wants it: no connection waits, and little memory is held. */
function bytesOf({ key, size }: { key: string; size: number }): ReadableStream<Uint8Array> {
  const count = Math.ceil(size / fileLimits.chunk);
  let ordinal = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const where = { fileKey_ordinal: { fileKey: key, ordinal } };
        const piece = await db().fileChunk.findUnique({ where, select: { bytes: true } });
        if (!piece) throw new Error(`piece ${ordinal} of ${count} is gone: removed while it was read`);
        controller.enqueue(piece.bytes);
        ordinal += 1;
        if (ordinal === count) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
