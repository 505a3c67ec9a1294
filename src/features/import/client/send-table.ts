export type Sent = { ok: true; id: number } | { ok: false; message: string };

type Wanted = { kind: string; name: string; pasted: boolean; body: Blob };

const largest = 20 * 1024 * 1024;

/** Sends a table to be checked. @returns the number of the import, or a sentence for the person */
export async function sendTable({ kind, name, pasted, body }: Wanted): Promise<Sent> {
  if (body.size === 0) return { ok: false, message: 'Файл пустой: в нём нет ни одной строки.' };
  if (body.size > largest) return { ok: false, message: 'Файл больше 20 МБ. Разделите его на части.' };
  const query = new URLSearchParams({ kind, name: [...name].slice(-120).join(''), pasted: pasted ? '1' : '' });
  const response = await fetch(`/api/study/import?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body,
  }).catch(() => null);
  if (!response) return { ok: false, message: 'Нет связи: таблица не отправлена. Отправьте её ещё раз.' };
  const told: unknown = await response.json().catch(() => null);
  if (response.ok && isObject(told) && typeof told.id === 'number') return { ok: true, id: told.id };
  return { ok: false, message: messageOf(told) };
}

type Taken = { ok: true; result: Blob } | { ok: false; error: { code: string; message: string } };

/** Asks for all records of a kind as a file. */
export async function takeTable(kind: string, format: 'xlsx' | 'csv'): Promise<Taken> {
  const response = await fetch('/api/study/import/export', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind, format }),
  }).catch(() => null);
  if (response?.ok) return { ok: true, result: await response.blob() };
  const told: unknown = await response?.json().catch(() => null);
  const error = isObject(told) && isObject(told.error) ? told.error : {};
  return { ok: false, error: { code: String(error.code ?? 'UNAVAILABLE'), message: messageOf(told) } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function messageOf(told: unknown): string {
  const error = isObject(told) && isObject(told.error) ? told.error : {};
  return typeof error.message === 'string' ? error.message : 'Сервер не ответил. Повторите ещё раз.';
}
