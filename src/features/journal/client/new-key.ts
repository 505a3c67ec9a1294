/**
 * A key that gives a repeated request one effect (T-084). `randomUUID` is missing where the journal is opened by plain HTTP
 * in the college's own network.
 */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
