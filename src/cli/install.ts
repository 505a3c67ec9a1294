import { parseArgs } from 'node:util';
import { seedReference } from '@prisma-seed/reference';
import { academicYearOf } from '@/domain/calendar/academic-year';
import { localDateOf } from '@/domain/deadlines/zone';
import { adoptRegulation } from '@/features/institution/adopt-regulation';
import { setUpInstitution } from '@/features/institution/set-up-institution';
import { readClock } from '@/server/clock';
import { db } from '@/server/db';
import { env } from '@/server/env';
import { Refusal } from '@/server/errors';
import { runAs, systemActor } from '@/server/system-actor';
import { consoleError } from './refusal-words';
import { UsageError } from './usage';

const shipped = ['s0', 's1', 's2', 's3', 's4'] as const;
const usage =
  'install --name «…» --short-name «…» --founder «…» --city Самара --time-zone Europe/Samara [--profile s0|s1|s2|s3|s4]';

/**
 * `install`: the first thing in an empty database: the institution, the functions of its roles and the regulation, in force from the
 * first day of this academic year. Afterwards `user create` makes the administrator. @throws UsageError, Error with the refusal's sentence
 */
export async function runInstall(args: readonly string[]): Promise<void> {
  const { institution, profile } = readOptions(args);
  try {
    const now = await readClock(db());
    const today = localDateOf(now, institution.timeZone);
    const actor = systemActor(now, today, institution.timeZone);
    await runAs(actor, setUpInstitution, institution);
    await seedReference(env().databaseUrl);
    await runAs(actor, adoptRegulation, { validFrom: academicYearOf(today).start, regulation: profile });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'DUPLICATE') throw new Error('Учреждение уже введено.');
    throw consoleError(error);
  }
  console.log('Учреждение введено. Теперь заведите администратора: npm run cli -- user create --role admin …');
}

function readOptions(args: readonly string[]) {
  const option = { type: 'string' } as const;
  const names = { name: option, 'short-name': option, founder: option, city: option, 'time-zone': option };
  try {
    const { values } = parseArgs({ args: [...args], options: { ...names, profile: { ...option, default: 's0' } } });
    const profile = shipped.find((id) => id === values.profile);
    const { name, 'short-name': shortName, founder, city, 'time-zone': timeZone } = values;
    if (!profile || !name || !shortName || !founder || !city || !isTimeZone(timeZone)) throw new UsageError(usage);
    return { institution: { name, shortName, founder, city, timeZone }, profile };
  } catch {
    throw new UsageError(usage);
  }
}

const isTimeZone = (name: string | undefined): name is string =>
  name !== undefined && Intl.supportedValuesOf('timeZone').includes(name);
