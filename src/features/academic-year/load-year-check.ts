import { type Actor, canAny } from '@/access/actor';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { readReadiness } from './read-readiness';
import { isFinished, type Readiness, type Unfinished, unfinishedOf } from './readiness';
import { unfinishedWords } from './unfinished-words';

export type YearCheck = {
  yearId: number;
  /** '' when nothing is in the way. */
  words: string;
  unfinished: Unfinished;
  groups: { groupId: number; name: string; ready: boolean; words: string; periods: Readiness[] }[];
};

/** Whoever locks, reopens or closes sees what is missing. */
export const yearKeepers = ['period.lock', 'period.reopen', 'year.manage'] as const;

/** The check list of a year for every group that studies in it; null without the right to it or without the year. */
export async function loadYearCheck(actor: Actor, yearId: number): Promise<YearCheck | null> {
  if (!canAny(actor, yearKeepers)) return null;
  const studied = await db().studentGroup.findMany({
    where: { periods: { some: { period: { yearId } } } },
    select: { id: true, name: true },
  });
  const regulation = await regulationOf(actor);
  const rows = await readReadiness(
    db(),
    { yearId, groupIds: studied.map(({ id }) => id), today: actor.today },
    regulation,
  );
  const unfinished = unfinishedOf(rows);
  return {
    yearId,
    unfinished,
    words: unfinishedWords(unfinished),
    groups: studied
      .map(({ id: groupId, name }) => {
        const periods = rows.filter((row) => row.groupId === groupId);
        const own = unfinishedOf(periods);
        return { groupId, name, ready: isFinished(own), words: unfinishedWords(own), periods };
      })
      .sort((one, other) => compareTitles(one.name, other.name)),
  };
}
