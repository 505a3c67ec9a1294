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

async function replyOf(response: Response): Promise<Reply> {
  if (response.ok) return { kind: 'saved', answer: (await response.json()) as CellEditsAnswer };
  if (response.status === 401) return { kind: 'signedOut' };
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    const seconds = Number(response.headers.get('Retry-After'));
    return { kind: 'unreachable', afterMs: seconds > 0 ? Math.min(seconds, 60) * 1000 : undefined };
  }
  const failure = (await response.json().catch(() => null)) as { error?: { message?: unknown } } | null;
  const sentence = failure?.error?.message;
  return { kind: 'refused', sentence: typeof sentence === 'string' ? sentence : 'Сервер не принял запись.' };
}
