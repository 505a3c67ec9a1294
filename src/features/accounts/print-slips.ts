type Wanted = { requestKey: string; people: readonly { personId: number; login?: string }[] };
type Printed = { ok: true; result: Blob } | { ok: false; error: { code: string; message: string } };

/** Names one request for slips, so that it prints once; works also where the page is served without TLS. */
export function newRequestKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks for the slips once; the answer is the only copy of the passwords. */
export async function requestSlips(wanted: Wanted): Promise<Printed> {
  const response = await fetch('/api/credentials/slips', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(wanted),
  }).catch(() => null);
  if (response?.ok) return { ok: true, result: await response.blob() };
  const told: unknown = await response?.json().catch(() => null);
  return { ok: false, error: errorOf(told) };
}

function errorOf(told: unknown): { code: string; message: string } {
  const error = typeof told === 'object' && told !== null && 'error' in told ? told.error : null;
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error) {
    return { code: String(error.code), message: String(error.message) };
  }
  const message =
    'Сервер не ответил. Если листки не сохранились, выдайте их ещё раз: прежние пароли перестанут действовать.';
  return { code: 'UNAVAILABLE', message };
}

/** Hands the file to the browser; the address of it lives in this tab only. */
export function saveFile(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
