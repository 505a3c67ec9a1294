import { createDecipheriv } from 'node:crypto';

/** The value that the audit hid, with the person's key. @throws Error when the key is another's or the value was altered. */
export function decipher(value: Uint8Array, key: Uint8Array): string {
  const bytes = Buffer.from(value);
  const decoder = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decoder.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decoder.update(bytes.subarray(28)), decoder.final()]).toString('utf8');
}
