import { Refusal } from './errors';

/** Largest bodies in bytes (T-042). */
export const bodyLimits = { signIn: 8 * 1024, json: 1024 * 1024 } as const;
const deepest = 32;

/** The whole body as text. @throws Refusal TOO_LARGE past `limit` bytes, INVALID when it was cut off or is no UTF-8 */
export async function readText(request: Request, limit: number): Promise<string> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) throw new Refusal('TOO_LARGE');
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw new Refusal('TOO_LARGE');
      chunks.push(chunk);
    }
    if (size < declared) throw new Refusal('INVALID', { fields: ['body'] });
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('INVALID', { fields: ['body'] });
  }
}

/** The body's JSON, undefined without a body. @throws Refusal TOO_LARGE, INVALID */
export async function readJson(request: Request, limit: number = bodyLimits.json): Promise<unknown> {
  const text = await readText(request, limit);
  if (text === '') return undefined;
  if (nesting(text) > deepest) throw new Refusal('TOO_LARGE');
  return parse(text);
}

/**
 * Refuses what no form of ours sends and what the database cannot keep: nesting deeper than 32 levels, NUL, halves of
 * surrogate pairs. @throws Refusal TOO_LARGE, INVALID naming the field
 */
export function assertPlain(value: unknown, path: readonly string[] = []): unknown {
  if (path.length > deepest) throw new Refusal('TOO_LARGE');
  if (typeof value === 'string' && !isPlainText(value)) throw new Refusal('INVALID', { fields: [field(path)] });
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!isPlainText(key)) throw new Refusal('INVALID', { fields: [field(path)] });
      assertPlain(inner, [...path, key]);
    }
  }
  return value;
}

const field = (path: readonly string[]) => path.join('.') || 'body';

const isPlainText = (text: string) => text.isWellFormed() && !text.includes('\0');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('INVALID', { fields: ['body'] });
  }
}

/** Deepest level of brackets outside of strings, counted before the parser builds anything. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (token === '[' || token === '{') most = Math.max(most, ++depth);
    else if (token === ']' || token === '}') depth -= 1;
  }
  return most;
}
