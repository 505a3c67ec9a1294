import { z } from 'zod';
import { env } from '@/server/env';
import { UsageError } from './usage';

const options = z.object({
  groups: z.coerce.number().int().min(1).max(200),
  years: z.coerce.number().int().min(1).max(10),
});

/** `data generate --groups 85 --years 5`: fills an empty migrated database with a large college, for measures and trials. */
export async function runDataGenerate(args: readonly string[]): Promise<void> {
  const { groups, years } = readOptions(args);
  const { databaseUrl, databaseOwnerUrl, mode } = env();
  if (mode === 'production') throw new Error('data generate: invented people have no place in a production database');
  const ownerUrl = databaseOwnerUrl ?? databaseUrl;
  const { seedReference } = await import('@prisma-seed/reference');
  const { generateLarge } = await import('@prisma-seed/large/generate');
  const today = new Date().toISOString().slice(0, 10);
  const lastYear = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
  await seedReference(ownerUrl);
  await generateLarge(ownerUrl, {
    groups,
    firstYear: lastYear - years + 1,
    lastYear,
    from: `${lastYear - years + 1}-09-01`,
    until: today,
  });
  console.log(`${groups} groups, ${years} years up to ${today}`);
}

function readOptions([action, ...rest]: readonly string[]): z.output<typeof options> {
  if (action !== 'generate') throw new UsageError('data: the only action is «generate»');
  const pairs = new Map(
    rest.flatMap((word, index) => (word.startsWith('--') ? [[word.slice(2), rest[index + 1]]] : [])),
  );
  const parsed = options.safeParse({ groups: pairs.get('groups') ?? 85, years: pairs.get('years') ?? 5 });
  if (!parsed.success) throw new UsageError('data generate: --groups 1…200 --years 1…10');
  return parsed.data;
}
