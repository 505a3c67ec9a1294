import type { ErrorCode } from '@/texts/errors';
import type { CellEditsAnswer } from '../cell-edits';
import type { Reply, Send } from './save-queue';

/** Browsers refuse larger bodies that outlive their page. */
const keepaliveLimit = 60_000;

/** Sends a batch to the journal's address. A save keeps going when its page is closed. */
export function sendTo(path: string): Send {
  return async (body, key, leaving) => {
    const text = JSON.stringify(body);
    try {
      const response = await fetch(path, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: text,
        keepalive: leaving || new Blob([text]).size < keepaliveLimit,
        signal: leaving ? null : AbortSignal.timeout(20_000),
      });
      return await replyOf(response);
    } catch {
      return { kind: 'unreachable' };
    }
  };
}

/** Refusals of the person, not of the values: they are kept and sent when the person may save again. */
const personal: ReadonlySet<unknown> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'MUST_CHANGE_PASSWORD',
  'REAUTH_REQUIRED',
  'ACCESS_CLOSED',
  'BAD_ORIGIN',
]);

/** What an answer of the interface means for a save. */
export async function replyOf(response: Response): Promise<Reply> {
  if (response.ok) return { kind: 'saved', answer: (await response.json()) as CellEditsAnswer };
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    const seconds = Number(response.headers.get('Retry-After'));
    return { kind: 'unreachable', afterMs: seconds > 0 ? Math.min(seconds, 60) * 1000 : undefined };
  }
  const failure = (await response.json().catch(() => null)) as { error?: { code?: unknown; message?: unknown } } | null;
  const { code, message } = failure?.error ?? {};
  const sentence = typeof message === 'string' ? message : 'Сервер не принял запись.';
  const kind = response.status === 401 || personal.has(code) ? 'signedOut' : 'refused';
  return { kind, sentence };
}
