import type { Actor } from '@/access/actor';
import { controlText } from '@/domain/curriculum/control-text';
import type { PlanLine } from '@/domain/curriculum/plan';
import { type Cycle, cycles, meaningOf } from '@/domain/curriculum/plan-index';
import { lineSums, semesterSums } from '@/domain/curriculum/plan-sums';
import { cycleWords } from '@/features/curriculum/finding-words';
import { fullDate, fullDateTime } from '@/texts/format';
import { type Cell, type ReportColumn, type ReportDocument, type ReportRow, text, whole } from '../document';
import type { StudyPlanData } from './load-study-plan';

/** A study plan on paper: hours and control by semester, cycle by cycle, with the sums. */
export function buildStudyPlan({ plan, institution }: StudyPlanData, { now, timeZone }: Actor): ReportDocument {
  const semesters = Array.from({ length: plan.semesters }, (_, place) => place + 1);
  const approved = plan.approvedOn ? `утверждён ${fullDate(plan.approvedOn)}` : 'не утверждён';
  const known = [...cycles, 'unknown' as const];
  const cycleOf = ({ index }: PlanLine): Cycle | 'unknown' => meaningOf(index)?.cycle ?? 'unknown';
  const rows = known.flatMap((cycle): ReportRow[] => {
    const lines = plan.lines.filter((line) => cycleOf(line) === cycle);
    if (lines.length === 0) return [];
    const head = sumRow(cycleWords[cycle].toUpperCase(), lines, semesters);
    return [head, ...lines.map((line) => lineRow(line, semesters))];
  });
  const totals = [sumRow('Всего', plan.lines, semesters)];
  return {
    title: 'Учебный план',
    subtitle: `${plan.programme}, набор ${plan.entryYear} года, ${approved}`,
    organisation: institution,
    asOf: `Учебный план на ${fullDateTime(now, timeZone)}`,
    createdAt: now,
    fileName: `Учебный план, ${plan.programme}, набор ${plan.entryYear}`,
    paper: { landscape: true, bindingMarginMm: 20 },
    blocks: [
      { kind: 'table', title: '', columns: columnsFor(semesters), rows, totals },
      {
        ...{ kind: 'table', title: 'По семестрам', columns: semesterColumns, totals: [] },
        rows: semesterRows(plan, semesters),
      },
      { kind: 'note', text: legend },
    ],
  };
}

const legend =
  'Часы академические, с преподавателем. Э – экзамен, КЭ – комплексный экзамен, ДЗ – дифференцированный зачёт, КДЗ – комплексный ' +
  'дифференцированный зачёт, З – зачёт, Эк – экзамен по модулю, ДЭ – демонстрационный экзамен, КР – курсовая работа.';

function columnsFor(semesters: readonly number[]): ReportColumn[] {
  return [
    { title: 'Индекс', width: 20, align: 'left', sticky: true },
    { title: 'Дисциплина, модуль, практика', width: 70, align: 'left', sticky: true },
    { title: 'Всего', width: 13, align: 'centre', sticky: true },
    ...semesters.flatMap((semester): ReportColumn[] => {
      const group = { title: `${semester} семестр`, short: `${semester} с.` };
      return [
        { title: 'ч', group, width: 10, align: 'centre' },
        { title: 'контроль', group, width: 14, align: 'centre' },
      ];
    }),
  ];
}

const some = (hours: number): Cell => (hours === 0 ? null : whole(hours));

function lineRow(line: PlanLine, semesters: readonly number[]): ReportRow {
  const cells = semesters.flatMap((semester): Cell[] => {
    const term = line.terms.find((one) => one.semester === semester);
    return term ? [some(term.hours), text(controlText(term))] : [null, null];
  });
  return [text(line.index), text(line.name), whole(lineSums(line).taught), ...cells];
}

/** The hours of a cycle, or of all lines. */
function sumRow(name: string, lines: readonly PlanLine[], semesters: readonly number[]): ReportRow {
  const sums = semesterSums(lines);
  const all = lines.reduce((sum, line) => sum + lineSums(line).taught, 0);
  const cells = semesters.flatMap((semester): Cell[] => {
    const { lessons, practice } = sums.get(semester) ?? { lessons: 0, practice: 0 };
    return [some(lessons + practice), null];
  });
  return [null, text(name), whole(all), ...cells];
}

const semesterColumns: readonly ReportColumn[] = [
  { title: 'Семестр', width: 20, align: 'centre', sticky: true },
  { title: 'Занятия, ч', width: 24, align: 'centre' },
  { title: 'Практика, ч', width: 24, align: 'centre' },
  { title: 'Учебных недель', width: 24, align: 'centre' },
];

function semesterRows({ lines, weeks }: StudyPlanData['plan'], semesters: readonly number[]): ReportRow[] {
  const sums = semesterSums(lines);
  return semesters.map((semester) => {
    const { lessons, practice } = sums.get(semester) ?? { lessons: 0, practice: 0 };
    const given = weeks.find((row) => row.semester === semester)?.weeks ?? 0;
    return [whole(semester), whole(lessons), whole(practice), some(given)];
  });
}
