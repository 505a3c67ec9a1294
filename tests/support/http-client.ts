import { request } from 'node:http';
import { request as requestOverTls } from 'node:https';

export type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
};

export type Received = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** `tls`: behind a reverse proxy with a certificate that nobody vouches for. */
type Server = { url: string; port: number; tls?: boolean };

/** One raw request: any method, path and header, exactly as given; nothing is followed or normalised. */
export function send(
  { url, port, tls }: Server,
  path: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const wanted = { host: '127.0.0.1', port, path, method, headers, agent: false as const };
    const outgoing = tls
      ? requestOverTls({ ...wanted, servername: new URL(url).hostname, rejectUnauthorized: false })
      : request(wanted);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export const setCookies = ({ headers }: Received): string[] => [headers['set-cookie'] ?? []].flat();

/** A browser without scripts: keeps cookies and names its Origin. */
export function openBrowser(server: Server, fixed: Record<string, string> = {}) {
  const jar = new Map<string, string>();

  async function go(path: string, { headers = {}, ...rest }: Sent = {}): Promise<Received> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = {
      ...(cookie ? { cookie } : {}),
      ...(rest.method && rest.method !== 'GET' ? { origin: server.url } : {}),
    };
    const answer = await send(server, path, { ...rest, headers: { ...own, ...fixed, ...headers } });
    for (const line of setCookies(answer)) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0\b/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  async function form(path: string, fields: Record<string, string>, sent: Sent = {}): Promise<Received> {
    const { csrfToken } = JSON.parse((await go('/api/auth/csrf')).text) as { csrfToken: string };
    const body = String(new URLSearchParams({ ...fields, csrfToken, json: 'true' }));
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...sent.headers };
    return go(path, { method: 'POST', body, headers });
  }

  /** As the router fetches a page's data: Next sends it on once to an address with a check sum. */
  async function rsc(path: string, headers: Record<string, string> = {}): Promise<Received> {
    const asked = { headers: { rsc: '1', ...headers } };
    const first = await go(path, asked);
    const { location } = first.headers;
    return typeof location === 'string' && location.includes('_rsc') ? go(location, asked) : first;
  }

  return {
    jar,
    go,
    rsc,
    form,
    signIn: (login: string, password: string, more: Record<string, string> = {}) =>
      form('/api/auth/callback/credentials', { login, password, ...more }),
    signOut: () => form('/api/auth/signout', {}),
  };
}

export type TestBrowser = ReturnType<typeof openBrowser>;
