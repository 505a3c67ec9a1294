import type { Answer } from './matrix-http';

/** Of the connection and the moment, not of the answer. */
const passing = ['date', 'connection', 'keep-alive'];

/** An answer with everything masked that differs for honest reasons: ids asked for, nonces, request ids (T-022). */
export function masked({ status, headers, body }: Answer, ids: readonly string[]): string {
  const kept = Object.entries(headers).filter(([name]) => !passing.includes(name));
  const text = `${status}\n${kept.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${body.toString('utf8')}`;
  const named = new RegExp(`(?<!\\d)(?:${ids.map((id) => id.replaceAll(/\W/g, '\\$&')).join('|')})(?!\\d)`, 'g');
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'REQUEST')
    .replaceAll(/(nonce[-="\\:]+)[A-Za-z0-9+/]{22}==/g, '$1NONCE')
    .replaceAll(named, 'ID');
}
