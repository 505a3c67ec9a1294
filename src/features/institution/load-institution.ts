import { type Actor, can } from '@/access/actor';
import { academicYearOf } from '@/domain/calendar/academic-year';
import { loadHealth } from '@/features/health/queries';
import type { InstitutionOverview } from '@/features/today/today-view';
import { db } from '@/server/db';

/** The administrator's start page: the institution, its regulation, how much it holds, its health; null without the right. */
export async function loadInstitution(actor: Actor): Promise<InstitutionOverview | null> {
  if (!can(actor, 'institution.view')) return null;
  const today = new Date(actor.today);
  const onRoll = { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  const [institution, regulation, groups, students, staff, parents, accounts, years, health] = await Promise.all([
    db().institution.findFirstOrThrow({
      select: { name: true, shortName: true, founder: true, city: true, demo: true },
    }),
    db().regulationVersion.findFirstOrThrow({
      where: { validFrom: { lte: today } },
      orderBy: { validFrom: 'desc' },
      select: { validFrom: true, data: true },
    }),
    db().studentGroup.count({ where: { enrollments: { some: onRoll } } }),
    db().student.count({ where: { enrollments: { some: onRoll } } }),
    db().staffMember.count({ where: { hiredOn: { lte: today }, OR: [{ leftOn: null }, { leftOn: { gte: today } }] } }),
    db().person.count({ where: { guardianOf: { some: onRoll } } }),
    db().account.count({ where: { blockedAt: null } }),
    db().academicYear.count(),
    loadHealth(),
  ]);
  return {
    ...institution,
    timeZone: zoneWords(actor.timeZone, actor.now),
    regulation: { title: titleOf(regulation.data), validFrom: regulation.validFrom.toISOString().slice(0, 10) },
    academicYear: academicYearOf(actor.today).label,
    counts: { groups, students, staff, parents, accounts },
    health,
    fresh: years === 0,
  };
}

function titleOf(data: unknown): string {
  return data !== null && typeof data === 'object' && 'title' in data ? String(data.title) : '';
}

/** «Europe/Samara, UTC+4» */
function zoneWords(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
  return `${timeZone}, ${offset}`;
}
