import { parseArgs } from 'node:util';
import { closeYear } from '@/features/academic-year/close-year';
import { loadYearCheck, type YearCheck } from '@/features/academic-year/load-year-check';
import { openNextYear } from '@/features/academic-year/open-next-year';
import { undoClosing } from '@/features/academic-year/undo-closing';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { runAs, systemActorNow } from '@/server/system-actor';
import { errorText } from '@/texts/errors';
import { UsageError } from './usage';

const usage = 'year check|close|undo|open [--year 2026/2027] [--reason «…»] [--promotion №] [--graduation №]';

type Options = { [name in 'year' | 'reason' | 'promotion' | 'graduation']?: string | undefined };

/**
 * `year check|close|undo|open`: what is missing, the closing of a year, its undoing, the opening of the next one. Without --year
 * the last year that began (open: the last closed one). @throws UsageError, Error with the refusal's sentence
 */
export async function runYear([action, ...words]: readonly string[]): Promise<void> {
  const options = readOptions(words);
  const actor = await systemActorNow();
  const yearId = await findYear(options.year, action === 'undo' || action === 'open', actor.now);
  const started = performance.now();
  try {
    switch (action) {
      case 'check':
        tell(await loadYearCheck(actor, yearId));
        break;
      case 'close': {
        const { reason = null, promotion: promotionOrder, graduation: graduationOrder } = options;
        console.log(await runAs(actor, closeYear, { yearId, reason, promotionOrder, graduationOrder }));
        break;
      }
      case 'undo':
        console.log(await runAs(actor, undoClosing, { yearId, reason: options.reason ?? '' }));
        break;
      case 'open':
        console.log(await runAs(actor, openNextYear, { yearId }));
        break;
      default:
        throw new UsageError(usage);
    }
  } catch (error) {
    if (error instanceof Refusal) throw new Error(errorText(error.code, error.options));
    throw error;
  }
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function tell(check: YearCheck | null): void {
  if (!check) throw new Refusal('NOT_FOUND');
  for (const group of check.groups.filter(({ ready }) => !ready)) console.log(`${group.name}: ${group.words}`);
  console.log(check.words === '' ? 'Всё готово.' : `Всего: ${check.words}`);
}

async function findYear(name: string | undefined, closed: boolean, now: Date): Promise<number> {
  const begun = closed ? { closedAt: { not: null } } : { startsOn: { lte: now }, closedAt: null };
  const year = await db().academicYear.findFirst({
    where: name === undefined ? begun : { name },
    orderBy: { startsOn: 'desc' },
    select: { id: true },
  });
  if (!year) throw new UsageError(name === undefined ? 'there is no such year' : `there is no year «${name}»`);
  return year.id;
}

function readOptions(args: readonly string[]): Options {
  try {
    const option = { type: 'string' } as const;
    const options = { year: option, reason: option, promotion: option, graduation: option };
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new UsageError(usage);
  }
}
