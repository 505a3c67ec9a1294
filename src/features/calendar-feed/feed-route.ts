import { instantOf } from '@/domain/deadlines/zone';
import { icsOf } from '@/domain/timetable/ics';
import { clientAddress } from '@/server/address';
import { env } from '@/server/env';
import { Refusal } from '@/server/errors';
import { route } from '@/server/http';
import { hashToken } from '@/server/session-token';
import { countVisit } from '@/server/visits';
import { readFeed } from './read-feed';

/** `GET /calendar/[token].ics`: who has the link has the lessons; at most 60 requests a minute of one address (T-034). */
export const feedRoute = route(async ({ request, params }) => {
  const visits = { key: `calendar:${clientAddress(request.headers)}`, most: 60, seconds: 60 };
  if (!(await countVisit(visits))) throw new Refusal('THROTTLED', { retryAfterSeconds: 60 });
  const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(params.token ?? '')?.[1];
  const hash = hashToken(token);
  const feed = hash && (await readFeed(hash));
  if (!feed) throw new Refusal('NOT_FOUND');
  const { name, now, timeZone, events } = feed;
  const calendar = icsOf(events, {
    ...{ name, stamp: now, host: new URL(env().publicUrl).hostname },
    toUtc: (date, time) => instantOf(date, time, timeZone),
  });
  return new Response(calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="timetable.ics"',
    },
  });
});
