import type { Actor } from '@/access/actor';
import { yearHours } from '@/domain/load/teacher-hours';
import type { TeachersLoad } from '@/features/teaching-load/load-view';
import { fullDate, fullDateTime } from '@/texts/format';
import { type ReportColumn, type ReportDocument, type ReportRow, text, whole } from '../document';

export type LoadData = { load: TeachersLoad; institution: string };

type Teacher = TeachersLoad['teachers'][number];

/** Тарификация: the load of a year by teacher, each with the journals it comes from. */
export function buildLoad({ load, institution }: LoadData, { now, timeZone }: Actor): ReportDocument {
  const year = load.year.name;
  const sum = (half: 1 | 2) => load.teachers.reduce((all, { hours }) => all + hours[half], 0);
  const blocks: ReportDocument['blocks'] = [
    {
      ...{ kind: 'table', title: '', columns, rows: load.teachers.flatMap(teacherRows) },
      totals: [[null, text('Всего'), ...[null, null, whole(sum(1)), whole(sum(2)), whole(sum(1) + sum(2)), null]]],
    },
    {
      kind: 'note',
      text: `Часы академические; ставка – ${yearHours.rate} ч в год. Занятия потока считаются преподавателю один раз.`,
    },
  ];
  const bare = load.unassigned > 0 ? `, без преподавателя журналов: ${load.unassigned}` : '';
  return {
    title: 'Тарификация',
    subtitle: `учебная нагрузка преподавателей, ${year} учебный год${bare}`,
    organisation: institution,
    asOf: `Нагрузка на ${fullDateTime(now, timeZone)}`,
    createdAt: now,
    fileName: `Тарификация, ${year}`,
    paper: { landscape: true, bindingMarginMm: 20 },
    blocks,
  };
}

const columns: readonly ReportColumn[] = [
  { title: '№', width: 8, align: 'centre', sticky: true },
  { title: 'Преподаватель, журнал', width: 88, align: 'left', sticky: true },
  { title: 'Поток', width: 34, align: 'left' },
  { title: 'Приказ', width: 36, align: 'left' },
  ...['I полугодие', 'II полугодие', 'За год'].map(
    (title): ReportColumn => ({ title, width: 18, align: 'centre', group: { title: 'Часы', short: 'Часы' } }),
  ),
  { title: 'Ставок', width: 16, align: 'centre' },
];

function teacherRows({ name, hours, journals }: Teacher, place: number): ReportRow[] {
  const all = hours[1] + hours[2];
  const rate = { number: Math.round((all * 100) / yearHours.rate), as: 'hundredths' } as const;
  return [
    [whole(place + 1), text(name), null, null, whole(hours[1]), whole(hours[2]), whole(all), rate],
    ...journals.map(({ title, halves, stream, until, order }): ReportRow => {
      const named = until === null ? `– ${title}` : `– ${title} (до ${fullDate(until)})`;
      const own = [whole(halves[1]), whole(halves[2]), whole(halves[1] + halves[2])];
      return [null, text(named), text(stream ?? ''), text(order ?? ''), ...own, null];
    }),
  ];
}
