import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  staticRoutes: z.array(z.object({ page: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
});

/** A route's pattern, and the ids and report names that stand in the address; null without any. */
export type KnownRoute = { route: string; object: string | null };

/**
 * The routes of the build in `folder`, as a function of a path: `/journal/12` → `/journal/[sectionId]`, `12`. What no route
 * answers is `(none)`: strangers write what they like there. Without a build (hot reload) everything is.
 */
export function readRoutes(folder: string): (pathname: string) => KnownRoute {
  const { staticRoutes, dynamicRoutes } = readManifest(path.join(folder, 'routes-manifest.json'));
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (pathname) => {
    if (fixed.has(pathname)) return { route: pathname, object: null };
    if (pathname.startsWith('/_next/static/')) return { route: '/_next/static', object: null };
    for (const { page, regex } of patterns) {
      const found = regex.exec(pathname);
      const isTold = page.includes('[reportId]') ? isIdOrName : isId;
      if (found) return { route: page, object: found.slice(1).filter(isTold).join('/') || null };
    }
    return { route: '(none)', object: null };
  };
}

const isId = (value: string) => /^\d{1,10}$/.test(value);
const isIdOrName = (value: string) => isId(value) || /^[a-z-]{1,40}$/.test(value);

function readManifest(file: string): z.output<typeof manifestSchema> {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
