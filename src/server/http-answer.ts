import { type ErrorCode, errorText } from '@/texts/errors';
import { Refusal, refusalOfDatabase, statusOf } from './errors';
import { log } from './log';

export type ErrorBody = {
  code: ErrorCode;
  /** A Russian sentence: what happened, what was kept, what to do. */
  message: string;
  fields?: readonly string[];
  /** Under this id the log has the rest (T-052). */
  requestId: string;
};

/** What went wrong as a refusal; a fault of ours becomes INTERNAL and its stack goes to the log under the same id. */
export function refusalOf(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) return error;
  const known = refusalOfDatabase(error);
  if (!known) log.error({ event: 'fault', requestId, error });
  return known ?? new Refusal('INTERNAL');
}

export function errorBody({ code, options }: Refusal, requestId: string): ErrorBody {
  const { fields } = options;
  return { code, message: errorText(code, options), ...(fields?.length ? { fields } : {}), requestId };
}

/** `{error: {code, message, fields?, requestId}}` with the code's status, and Retry-After where waiting helps. */
export function errorResponse(refusal: Refusal, requestId: string): Response {
  const { retryAfterSeconds } = refusal.options;
  const headers = new Headers({ 'Cache-Control': 'private, no-store' });
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds));
  return Response.json({ error: errorBody(refusal, requestId) }, { status: statusOf(refusal.code), headers });
}
