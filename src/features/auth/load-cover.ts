import { readClock } from '@/server/clock';
import { db } from '@/server/db';

/** What stands on the cover of the journal, open to everyone before sign-in: no personal data (T-032). */
export type Cover = { founder: string; institution: string; academicYear: string };

export async function loadCover(): Promise<Cover> {
  const today = await readClock(db());
  const [institution, year] = await Promise.all([
    db().institution.findFirst({ select: { name: true, founder: true } }),
    db().academicYear.findFirst({
      where: { startsOn: { lte: today } },
      orderBy: { startsOn: 'desc' },
      select: { name: true },
    }),
  ]);
  return {
    founder: institution?.founder ?? '',
    institution: institution?.name ?? '',
    academicYear: year?.name ?? '',
  };
}
