import type { Env } from '@/server/env';

const valid = 180 * 24 * 3_600_000; // milliseconds; RFC 9116 asks for less than a year

/**
 * security.txt by RFC 9116. Without SECURITY_CONTACT the page on personal data is the contact: it says whom of the college to
 * turn to. `now` is the machine's own time: the file speaks to machines elsewhere.
 */
export function securityTxt(
  { publicUrl, securityContact }: Pick<Env, 'publicUrl' | 'securityContact'>,
  now: Date,
): string {
  return [
    `Contact: ${securityContact ?? `${publicUrl}/privacy`}`,
    `Expires: ${new Date(now.getTime() + valid).toISOString().replace(/\.\d+/, '')}`,
    'Preferred-Languages: ru, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
