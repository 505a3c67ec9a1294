const probe = 'https://journal.invalid';

/**
 * The same-origin path to go to after sign-in (T-048): one leading slash, no second slash, backslash or control
 * character, and nothing that a browser would resolve to another origin. Anything else becomes `/`.
 */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return '/';
  const url = URL.canParse(wanted, probe) ? new URL(wanted, probe) : null;
  if (url?.origin !== probe || url.pathname.startsWith('//') || isSignIn(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Going back to the sign-in page would look as if the password were wrong. */
function isSignIn(path: string): boolean {
  return path === '/login' || path.startsWith('/api/auth');
}
