import { Readable } from 'node:stream';
import { issueCredentials } from '@/features/accounts/issue-credentials';
import { db } from '@/server/db';
import { toFileRoute } from '@/server/http';
import { slipsPdf } from './slips-pdf';

/** Issues and prints in one answer: a second request with the same key is 410 (T-012). */
export const slipsRoute = toFileRoute(issueCredentials, {
  body: (json) => json,
  answer: async (issued, actor, request) => {
    const institution = await db().institution.findFirst({ select: { shortName: true } });
    const issuer = { name: actor.name, institution: institution?.shortName ?? '', timeZone: actor.timeZone };
    const stream = slipsPdf(issued, issuer, request.signal);
    const name = encodeURIComponent(`Листки с доступом, ведомость ${issued.batch}.pdf`);
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
