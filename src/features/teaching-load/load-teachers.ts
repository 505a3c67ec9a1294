import { type Actor, can } from '@/access/actor';
import { type Shared, shareHours, teacherHours } from '@/domain/load/teacher-hours';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import { fullDate } from '@/texts/format';
import { openYearOf } from './load-overview';
import type { TeacherRow, TeachersLoad } from './load-view';
import type { StudyYear } from './load-year';
import { holderOf, type LoadRow, type Part, readLoad } from './read-load';

type Share = Shared & { name: string; journal: TeacherRow['journals'][number] };

/** The load of a year by teacher: hours of both halves with streams once, and the journals they come from (R-025). */
export async function loadTeachers(actor: Actor, wanted: number | undefined): Promise<TeachersLoad | null> {
  const opened = await openYearOf(actor, wanted);
  if (!opened) return null;
  const { year, choice } = opened;
  const rows = await readLoad(db(), { yearId: year.id, startYear: year.startYear, groupId: null });
  const groups = await db().studentGroup.findMany({ select: { id: true, name: true } });
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]));
  const shares = rows.flatMap((row) =>
    row.parts.flatMap((part) => sharesOf(part, { row, year, group: nameOf.get(row.groupId) ?? '' })),
  );
  const totals = teacherHours(shares);
  const teachers = [...totals].map(([id, hours]): TeacherRow => {
    const own = shares.filter(({ teacherId }) => teacherId === id);
    const journals = new Map<number, TeacherRow['journals'][number]>();
    for (const { journal, half, hours: part } of own) {
      const { hours: former, halves } = journals.get(journal.sectionId) ?? { hours: 0, halves: { 1: 0, 2: 0 } };
      const next = { ...halves, [half]: halves[half] + part };
      journals.set(journal.sectionId, { ...journal, hours: former + part, halves: next });
    }
    return { id, name: own[0]?.name ?? '', hours, journals: [...journals.values()] };
  });
  return {
    ...choice,
    teachers: teachers.sort((one, other) => compareTitles(one.name, other.name)),
    mayPrint: can(actor, 'study.view'),
    unassigned: rows.flatMap(({ parts }) => parts).filter((part) => holderOf(part) === null).length,
  };
}

/** The hours of a journal by teacher and half; what was handed over is counted in the half in which it was given. */
function sharesOf(part: Part, { row, year, group }: { row: LoadRow; year: StudyYear; group: string }): Share[] {
  const last = holderOf(part) ?? part.teachers.at(-1) ?? null;
  const names = new Map(part.teachers.map(({ teacherId, name }) => [teacherId, name]));
  const ends = new Map(part.teachers.map(({ teacherId, endsOn }) => [teacherId, endsOn]));
  const orders = new Map(part.teachers.map(({ teacherId, order }) => [teacherId, order && orderText(order)]));
  const left = new Map(part.teachers.map(({ id, given }) => [id, given]));
  return ([1, 2] as const).flatMap((half) => {
    const own = year.periods.filter((period) => period.half === half).map(({ id }) => id);
    const planned = part.periods
      .filter(({ periodId }) => own.includes(periodId))
      .reduce((sum, { hours }) => sum + hours, 0);
    const holders = part.teachers.map(({ id, teacherId }) => ({
      teacherId,
      given: left.get(id) ?? 0,
      last: id === last?.id,
    }));
    for (const { id, given } of part.teachers) left.set(id, Math.max(0, (left.get(id) ?? given) - planned));
    return [...shareHours(planned, holders)].map(([teacherId, hours]): Share => {
      const title = `${group}: ${row.index} ${row.course}${part.subgroup ? `, ${part.subgroup}` : ''}`;
      const { sectionId, stream } = part;
      const journal = {
        sectionId,
        groupId: row.groupId,
        title,
        hours,
        halves: { 1: 0, 2: 0 },
        stream: stream?.name ?? null,
        until: ends.get(teacherId) ?? null,
        order: orders.get(teacherId) ?? null,
      };
      return { teacherId, streamId: stream?.id ?? null, half, hours, name: names.get(teacherId) ?? '', journal };
    });
  });
}

const orderText = ({ number, orderedOn }: { number: string; orderedOn: string }): string =>
  `№ ${number} от ${fullDate(orderedOn)}`;
