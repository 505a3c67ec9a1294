import { hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { Header } from './layout';

/** Costs of new files; a file names its own. */
export const freshCost = { memory: 65_536, passes: 3 } as const;

/** The key of one file (its salt is its own, so a counter is nonce enough) and the value by which its passphrase is known. */
export async function deriveKey(
  passphrase: string,
  { memory, passes, salt }: Header['kdf'],
): Promise<{ key: Buffer; check: string }> {
  const secret = await hashRaw(passphrase.normalize('NFC').trim(), {
    ...{ memoryCost: memory, timeCost: passes, parallelism: 1, outputLen: 32 },
    salt: Buffer.from(salt, 'base64'),
  });
  const derive = (purpose: string, length: number) => Buffer.from(hkdfSync('sha256', secret, '', purpose, length));
  return { key: derive('vedomost copy: frames', 32), check: derive('vedomost copy: check', 16).toString('base64') };
}
