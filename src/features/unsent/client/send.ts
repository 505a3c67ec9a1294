import type { CellEditsAnswer } from '@/features/journal/cell-edits';
import type { ErrorCode } from '@/texts/errors';

export type Reply =
  | { readonly kind: 'saved'; readonly answer: CellEditsAnswer }
  /** 4xx: trying again will not help; `sentence` is the server's own. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Nothing is wrong with the values, but this person may not save now; `sentence` says what to do. */
  | { readonly kind: 'signedOut'; readonly sentence: string }
  /** No answer, 5xx or 429: `afterMs` when the server named a pause. */
  | { readonly kind: 'unreachable'; readonly afterMs?: number | undefined };

/** Sends one body under one key; `leaving`: the page is being closed. Never throws. */
export type Send = (body: object, key: string, leaving: boolean) => Promise<Reply>;

/** Browsers refuse larger bodies that outlive their page. */
const keepaliveLimit = 60_000;

/**
 * Sends batches to an address of ours, as the person who typed: the server refuses them from anybody else's session (T-068).
 * A save keeps going when its page is closed.
 */
export function sendTo(path: string, person?: number): Send {
  return async (body, key, leaving) => {
    const text = JSON.stringify(body);
    const author: Record<string, string> = person === undefined ? {} : { 'Vedomost-Person': String(person) };
    try {
      const response = await fetch(path, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...author },
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
  'OTHER_PERSON',
  'MUST_CHANGE_PASSWORD',
  'REAUTH_REQUIRED',
  'ACCESS_CLOSED',
  'BAD_ORIGIN',
]);

/** What an answer of the interface means for a save. */
async function replyOf(response: Response): Promise<Reply> {
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
