/** Secrets that stand in examples and tutorials, without punctuation: whoever reads the manual knows them. */
const published = [
  'changeme',
  'secret',
  'nextauth',
  'example',
  'password',
  'vedomost',
  'yoursecret',
  'supersecret',
  'replaceme',
  'insecure',
  'development',
  '0123456789',
  'abcdef',
  'qwerty',
  'testtest',
];

/** Why a secret must not be used in production, or `undefined` when it is good. Shape: ≥ 32 characters, random. */
export function secretWeakness(secret: string): string | undefined {
  if (secret.length < 32) return 'is shorter than 32 characters';
  const letters = secret.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (published.some((word) => letters.includes(word))) return 'is a published example, everybody knows it';
  if (shannonBits(secret) < 96) return 'is easy to guess (too few different characters)';
  return undefined;
}

/** Whether a host name can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function shannonBits(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / text.length);
  return bits;
}
