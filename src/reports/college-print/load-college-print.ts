import { type Actor, can } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { compareTitles } from '@/domain/people/name';
import { type JobView, loadOwnJobs } from '@/features/jobs/load-jobs';
import { db } from '@/server/db';
import { printCollegeKind } from './kind';

type Option = { id: number; label: string };
export type CollegePrintView = { periods: Option[]; departments: Option[]; jobs: JobView[] };

/** What whole-college prints may be asked for, and the actor's own ones; null for whoever may not print. */
export async function loadCollegePrint(actor: Actor): Promise<CollegePrintView | null> {
  if (!can(actor, 'report.print')) return null;
  const groups = groupsVisibleTo(actor);
  const [periods, departments, jobs] = await Promise.all([
    db().academicPeriod.findMany({
      where: {
        kind: { not: 'year' },
        startsOn: { lte: new Date(actor.today) },
        groupPeriods: { some: { group: groups } },
      },
      orderBy: { startsOn: 'desc' },
      select: { id: true, name: true, year: { select: { name: true } } },
    }),
    db().department.findMany({ where: { groups: { some: groups } }, select: { id: true, name: true } }),
    loadOwnJobs(actor, printCollegeKind.kind),
  ]);
  departments.sort((one, other) => compareTitles(one.name, other.name));
  return {
    periods: periods.map(({ id, name, year }) => ({ id, label: `${name} ${year.name}` })),
    departments: departments.map(({ id, name }) => ({ id, label: name })),
    jobs,
  };
}
