const never: readonly string[] = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'geolocation'],
  ...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'screen-wake-lock', 'serial', 'usb'],
  'xr-spatial-tracking',
];

/** Headers that every answer carries besides the policy of contents (T-064); HSTS where there is TLS (T-063). */
export function securityHeaders(publicUrl: string): [string, string][] {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', never.map((feature) => `${feature}=()`).join(', ')],
  ];
  const tls = publicUrl.startsWith('https://');
  return tls ? [...headers, ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']] : headers;
}

/**
 * The policy of contents of one answer (T-064). Previews of ledgers show our own PDF in a frame: their pages may frame it
 * and it may be framed. Uploaded files may do nothing at all (T-047). With hot reload the framework's own tools need more.
 */
export function contentPolicy(pathname: string, nonce: string, hotReload: boolean): string {
  const isPreview = /^\/reports(?:\/|$)/.test(pathname);
  if (/^\/api\/files\/./.test(pathname)) return "default-src 'none'; frame-ancestors 'none'; sandbox";
  const isDocument = /^\/api\/reports\/[^/]+\/pdf$/.test(pathname);
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${hotReload ? " 'unsafe-eval'" : ''}`,
    hotReload ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${hotReload ? ' ws:' : ''}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${isDocument ? "'self'" : "'none'"}`,
    ...(isPreview ? ["frame-src 'self'"] : []),
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join('; ');
}
