import { defineConfig } from 'prisma/config';

/** For authors of migrations (`npx prisma … --config prisma/prisma.config.ts`); the product applies migrations by itself. */
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? 'postgresql://127.0.0.1:1/none' },
});
