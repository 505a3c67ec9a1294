import { partHours } from '@/domain/curriculum/semester-of';
import type { StudyYear } from '@/features/teaching-load/load-year';
import { holderOf, type LoadRow, mayOpen, type Part } from '@/features/teaching-load/read-load';
import type { NewSection } from '@/features/teaching-load/section-fields';
import { fail, isSound, type Line, type Setting, type Writing } from '../../kind';
import type { LoadColumns } from './columns';
import { findPlace, findTeacher, findYear, type LoadWorld, readLoadWorld } from './load-world';
import { type HoursChange, type TeacherChange, writeLoad } from './write-load';

type LoadLine = Line<LoadColumns>;
type Wanted = { line: LoadLine; year: StudyYear; row: LoadRow; subgroupId: number | null; teacherId: number };
type Plan = {
  opened: { line: LoadLine; section: NewSection }[];
  teachers: TeacherChange[];
  hours: HoursChange[];
};

/** Judges rows of the load: a row is a journal of a group or of its subgroup in a year, found by the index of its plan's line. */
export async function judgeLoad(setting: Setting, lines: readonly LoadLine[]): Promise<Writing> {
  const world = await readLoadWorld(setting, lines);
  const firsts = new Map<string, number>();
  const plan: Plan = { opened: [], teachers: [], hours: [] };
  for (const line of lines) {
    const year = findYear(line, world);
    const place = year && findPlace(line, world, year);
    const teacherId = findTeacher(line, world);
    if (!year || !place || teacherId === null || !isSound(line)) continue;
    const key = `${year.id} ${place.row.groupId} ${place.row.itemId} ${place.subgroupId}`;
    const first = firsts.get(key);
    if (first !== undefined) fail(line, 'index', `Повтор строки ${first}`);
    firsts.set(key, line.place);
    const wanted = { line, year, teacherId, ...place };
    const part = place.row.parts.find(({ subgroupId }) => subgroupId === place.subgroupId);
    if (!isSound(line)) continue;
    if (part) judgeKnown(wanted, part, plan);
    else judgeNew(wanted, world, plan);
  }
  return writeLoad(plan, lines.length);
}

function judgeKnown({ line, year, row, teacherId }: Wanted, part: Part, plan: Plan): void {
  const { groupId } = row;
  line.verdict.recordId = part.sectionId;
  const holder = holderOf(part);
  if (holder && holder.teacherId !== teacherId) {
    fail(line, 'teacher', `Журнал ведёт ${holder.name}: преподавателя меняет приказ на странице нагрузки`);
    return;
  }
  if (!holder && part.teachers.length > 0) {
    fail(line, 'teacher', 'Преподаватель журнала снят приказом: другой назначается на странице нагрузки');
    return;
  }
  if (!holder) {
    plan.teachers.push({ groupId, sectionId: part.sectionId, was: null, teacherId });
    line.verdict.notes.push('журнал без преподавателя, он будет назначен');
    line.verdict.fate = 'changed';
  }
  for (const half of [1, 2] as const) {
    const given = line.values[`hours${half}`];
    const periods = part.periods.filter(({ periodId }) =>
      year.periods.some(({ id, half: own }) => id === periodId && own === half),
    );
    const before = periods.reduce((sum, period) => sum + period.hours, 0);
    if (given === null || given === before) continue;
    if (periods.length === 0) {
      fail(line, `hours${half}`, 'В этом полугодии у журнала нет учебного периода');
      continue;
    }
    const shares = partHours(given, periods.length);
    for (const [at, { periodId, hours: was }] of periods.entries())
      plan.hours.push({ groupId, sectionId: part.sectionId, periodId, was, hours: shares[at] ?? 0 });
    line.verdict.notes.push(`часы ${half} полугодия: ${before} → ${given}`);
    line.verdict.fate = 'changed';
  }
}

function judgeNew(wanted: Wanted, world: LoadWorld, plan: Plan): void {
  const { line, year, row, subgroupId, teacherId } = wanted;
  const { groupId, itemId } = row;
  const open = new Set((world.periods.get(String(groupId)) ?? []).map(({ periodId }) => periodId));
  const periods = plannedOf(line, year, row, open);
  const startsOn = line.values.startsOn ?? year.startsOn;
  const why = whyNot(wanted, periods.length, startsOn);
  if (why) fail(line, ...why);
  if (!isSound(line)) return;
  line.verdict.fate = 'new';
  const teachers = [{ teacherId, startsOn, endsOn: null }];
  const section = { yearId: year.id, groupId, itemId, subgroupId, schemeId: null, teachers, periods };
  plan.opened.push({ line, section });
}

/** What forbids a new journal, and in which column. */
function whyNot(
  { year, row, subgroupId }: Wanted,
  periods: number,
  startsOn: string,
): [column: keyof LoadColumns & string, text: string] | null {
  if (!mayOpen(row)) return ['index', 'По модулю и итоговой аттестации журнала нет'];
  if (row.parts.length > 0 && subgroupId === null) return ['subgroup', 'Журналы этой дисциплины открыты по подгруппам'];
  if (row.parts.some((part) => part.subgroupId === null))
    return ['subgroup', 'Журнал этой дисциплины открыт на всю группу'];
  if (periods === 0) return ['group', 'У группы нет открытых учебных периодов для этой дисциплины'];
  if (startsOn < year.startsOn || startsOn > year.endsOn) return ['startsOn', `Не в учебном году ${year.name}`];
  return null;
}

/** Hours of a half are parted among its open periods: those of the row, else those of the plan. */
function plannedOf(
  line: LoadLine,
  { periods }: StudyYear,
  { terms }: LoadRow,
  open: ReadonlySet<number>,
): NewSection['periods'] {
  return ([1, 2] as const).flatMap((half) => {
    const term = terms.find((one) => one.half === half);
    const given = line.values[`hours${half}`];
    const within = periods.filter((period) => period.half === half && open.has(period.id));
    if (!term && given) fail(line, `hours${half}`, 'По плану в этом полугодии часов нет');
    if (!term) return [];
    const shares = partHours(given ?? term.hours, within.length);
    const { controlForm } = term;
    return within.map(({ id }, at) => ({ periodId: id, plannedHours: shares[at] ?? 0, controlForm }));
  });
}
