import { type Actor, can, canAny } from '@/access/actor';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import type { BellsView } from './calendar-view';

const time = (date: Date): string => date.toISOString().slice(11, 16);

/** Bell schedules and when each of them rings; null without the right. */
export async function loadBells(actor: Actor): Promise<BellsView | null> {
  if (!canAny(actor, ['study.view', 'calendar.enter', 'timetable.enter'])) return null;
  const today = new Date(actor.today);
  const [schedules, groups] = await Promise.all([
    db().bellSchedule.findMany({
      orderBy: [{ isDefault: 'desc' }, { shortened: 'asc' }, { name: 'asc' }],
      include: {
        classPeriods: { orderBy: { number: 'asc' } },
        uses: { orderBy: { id: 'asc' }, include: { group: { select: { name: true } } } },
      },
    }),
    db().studentGroup.findMany({
      where: {
        enrollments: { some: { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] } },
      },
      select: { id: true, name: true },
    }),
  ]);
  return {
    schedules: schedules.map(({ id, version, name, isDefault, shortened, classPeriods, uses }) => ({
      ...{ id, version, name, isDefault, shortened },
      pairs: classPeriods.map(({ number, startsAt, endsAt }) => {
        return { number, startsAt: time(startsAt), endsAt: time(endsAt) };
      }),
      uses: uses.map((use) => ({
        ...{ id: use.id, group: use.group?.name ?? null, weekday: use.weekday },
        date: use.date?.toISOString().slice(0, 10) ?? null,
      })),
    })),
    groups: groups
      .map(({ id, name }) => ({ id, label: name }))
      .sort((one, other) => compareTitles(one.label, other.label)),
    today: actor.today,
    may: { enter: canAny(actor, ['calendar.enter', 'timetable.enter']), remove: can(actor, 'calendar.enter') },
  };
}
