import { partHours } from '@/domain/curriculum/semester-of';
import { type NextSection, nextLoad } from '@/domain/year/next-load';
import { assignLoad } from '@/features/teaching-load/assign-load';
import type { Db } from '@/server/db';
import { chunks } from './chunks';
import type { NextYear } from './open-calendar';
import { readFormerSections, readPlanLines, type Studied } from './read-former';
import type { Within } from './within';

export type OpenedSection = NextSection & { sectionId: number; hours: ReadonlyMap<number, number> };

type Assigned = Parameters<typeof assignLoad.execute>[1]['sections'][number];

/** Journals of the groups that go on, with the teachers who go on too. The hours of a half are parted among its periods. */
export async function openLoad(
  tx: Db,
  within: Within,
  { year, yearId, studied }: { year: NextYear; yearId: number; studied: Studied },
): Promise<OpenedSection[]> {
  const { former, going } = studied;
  const sections = await readFormerSections(tx, yearId, year.startsOn);
  const lines = await readPlanLines(tx, [...new Set(going.map(({ curriculumId }) => curriculumId))]);
  const planned = nextLoad(going, lines, { groups: former, sections });
  const periodsOf = new Map(going.map(({ groupId, periodIds }) => [groupId, new Set(periodIds)]));
  const opened: OpenedSection[] = [];
  for (const part of chunks(planned, 400)) {
    const rows = part.map((section) => ({
      section,
      periods: periodsFor(section, year, periodsOf.get(section.groupId)),
    }));
    const wanted = rows.filter(({ periods }) => periods.length > 0);
    if (wanted.length === 0) continue;
    const { ids } = await within(assignLoad, {
      sections: wanted.map(({ section, periods }): Assigned => {
        const { groupId, itemId, subgroupId, schemeId, teacherId } = section;
        const teachers = teacherId === null ? [] : [{ teacherId, startsOn: year.startsOn }];
        return { yearId: year.id, groupId, itemId, subgroupId, schemeId, teachers, periods };
      }),
    });
    for (const [place, { section, periods }] of wanted.entries()) {
      const hours = new Map(periods.map(({ periodId, plannedHours }) => [periodId, plannedHours]));
      opened.push({ ...section, sectionId: ids[place] ?? 0, hours });
    }
  }
  return opened;
}

/** Only periods without overlap among them count: the semester, not the academic year that contains it. */
function periodsFor(
  { halves }: NextSection,
  { periods }: NextYear,
  own: ReadonlySet<number> | undefined,
): Assigned['periods'] {
  return halves.flatMap(({ half, hours, controlForm }) => {
    const within = periods.filter(
      (period) => period.half === half && period.old.kind !== 'year' && own?.has(period.old.id),
    );
    const shares = partHours(hours, within.length);
    return within.map(({ next }, place) => {
      return {
        periodId: next.id,
        plannedHours: shares[place] ?? 0,
        controlForm: controlForm as Assigned['periods'][number]['controlForm'],
      };
    });
  });
}
