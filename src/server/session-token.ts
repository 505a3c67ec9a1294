import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: all that the cookie carries (T-006). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token: all that the database keeps. Null for anything that is no token of ours. */
export function hashToken(token: string | undefined): Uint8Array<ArrayBuffer> | null {
  if (!token || !/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  return new Uint8Array(createHash('sha256').update(token).digest());
}
