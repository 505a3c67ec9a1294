import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { version } from '@/server/version';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().default(false),
      optional: z.boolean().default(false),
      devOptional: z.boolean().default(false),
    }),
  ),
});
type Package = z.output<typeof lockSchema>['packages'][string];

/**
 * `sbom`: the packages that an installation runs, from the lockfile alone, as CycloneDX 1.5 (T-142). npm's own list leaves out
 * what development needs too.
 */
export async function runSbom(): Promise<void> {
  console.log(JSON.stringify(billOfMaterials(readFileSync('package-lock.json', 'utf8')), null, 2));
}

/**
 * One entry per package and version that an installation without development packages holds; what only some platforms or some
 * neighbours want is optional.
 */
export function billOfMaterials(lockfile: string) {
  const { packages } = lockSchema.parse(JSON.parse(lockfile));
  const used = Object.entries(packages).filter(([place, { dev }]) => place !== '' && !dev);
  const components = new Map(
    used.map(([place, entry]) => {
      const made = component(entry.name ?? place.split('node_modules/').at(-1) ?? '', entry);
      return [made.purl, made];
    }),
  );
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'vedomost', version, 'bom-ref': `vedomost@${version}` } },
    components: [...components.values()],
  };
}

function component(name: string, { version: exact, license, integrity, optional, devOptional }: Package) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${exact}`;
  const [, digest] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version: exact,
    purl,
    scope: optional || devOptional ? 'optional' : 'required',
    ...(license ? { licenses: [{ expression: license }] } : {}),
    ...(digest ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] } : {}),
  };
}
