import { controlText } from '@/domain/curriculum/control-text';
import { type CourseKind, makeTerm, type PlanTerm } from '@/domain/curriculum/plan';
import { meaningOf } from '@/domain/curriculum/plan-index';
import { type KnownLine, readLines, readWeeks } from '@/features/curriculum/read-lines';
import { savePlan } from '@/features/curriculum/save-plan';
import { startPlan } from '@/features/curriculum/start-plan';
import { fail, isSound, type Line, type Setting, type Writing } from '../../kind';
import { indexOf } from '../known-people';
import { missing, textKey } from '../text-key';
import { type CurriculumColumns, formKey, hoursKey, semesters } from './columns';

type PlanRow = Line<CurriculumColumns>;
type Given = { index: string; name: string; kind: CourseKind; passFail: boolean; terms: PlanTerm[] };
type Planned = { row: PlanRow; given: Given; former: KnownLine | null };
type Plan = {
  id: number | null;
  version: number;
  state: 'draft' | 'approved';
  programId: number;
  entryYear: number;
  lines: KnownLine[];
  rows: Planned[];
};

/** Judges lines of plans: a plan is found by its programme and year of entry, a line by its index. */
export async function judgeCurricula({ tx }: Setting, rows: readonly PlanRow[]): Promise<Writing> {
  const programmes = await tx.studyProgram.findMany({ select: { id: true, code: true } });
  const byCode = new Map(programmes.map(({ id, code }) => [code, id]));
  const plans: Plan[] = [];
  const groups = indexOf(rows, ({ values }) => `${values.program} ${values.entryYear}`);
  for (const own of groups.values()) {
    const { program, entryYear } = own[0]?.values ?? {};
    const programId = byCode.get(program ?? '');
    if (programId === undefined) {
      const sentence = `${missing('Специальности', program ?? '', byCode.keys())}; её вводят в структуре колледжа`;
      for (const row of own) fail(row, 'program', sentence);
      continue;
    }
    const plan = await readPlan(tx, programId, entryYear ?? 0);
    judgePlan(plan, own);
    plans.push(plan);
  }
  return write(tx, plans, rows.length);
}

async function readPlan(tx: Setting['tx'], programId: number, entryYear: number): Promise<Plan> {
  const known = await tx.curriculum.findUnique({
    where: { programId_entryYear: { programId, entryYear } },
    select: { id: true, version: true, state: true },
  });
  if (!known) return { id: null, version: 1, state: 'draft', programId, entryYear, lines: [], rows: [] };
  return { ...known, programId, entryYear, lines: await readLines(tx, known.id), rows: [] };
}

function judgePlan(plan: Plan, rows: readonly PlanRow[]): void {
  const known = new Map(plan.lines.map((line) => [textKey(line.index), line]));
  const firsts = new Map<string, number>();
  for (const row of rows) {
    const index = textKey(row.values.index ?? '');
    const first = firsts.get(index);
    if (first !== undefined) fail(row, 'index', `Повтор строки ${first}`);
    firsts.set(index, row.place);
    const former = known.get(index) ?? null;
    const given = givenLine(row, former);
    judgeLine(row, given, former, plan.state);
    if (isSound(row)) plan.rows.push({ row, given, former });
  }
}

/** What the row says; details of hours that it says nothing of are those of the line that is there. */
function givenLine({ values }: PlanRow, former: KnownLine | null): Given {
  const index = values.index ?? '';
  const terms = semesters.flatMap((semester): PlanTerm[] => {
    const [hours, form] = [values[hoursKey(semester)] ?? 0, values[formKey(semester)]];
    if (hours === 0 && !form) return [];
    const before = former?.terms.find((term) => term.semester === semester);
    const none = { controlForm: 'none', complex: null, withCoursework: false } as const;
    const over = { hours, ...(form ?? none) };
    return [before?.hours === hours ? { ...before, ...over } : makeTerm(semester, over)];
  });
  return {
    index,
    name: values.name ?? '',
    kind: values.kind ?? former?.kind ?? meaningOf(index)?.kind ?? 'discipline',
    passFail: values.scale === null ? (former?.passFail ?? false) : values.scale === 'passFail',
    terms,
  };
}

function judgeLine(row: PlanRow, given: Given, former: KnownLine | null, state: Plan['state']): void {
  row.verdict.recordId = former?.id ?? null;
  const course =
    former && (former.name !== given.name || former.kind !== given.kind || former.passFail !== given.passFail);
  const hours = former && termsKey(former.terms) !== termsKey(given.terms);
  if (former && !course && !hours) return;
  row.verdict.fate = former ? 'changed' : 'new';
  if (state === 'approved')
    fail(row, null, 'План этого набора утверждён: изменения открывает приказ на странице плана');
  if (course && former.journals.length > 0)
    fail(row, 'name', `По строке ведётся журнал ${former.journals[0]}: название, вид и шкала не меняются`);
  if (course) row.verdict.notes.push(`была «${former.name}»`);
  if (hours) row.verdict.notes.push('часы или контроль изменятся');
}

/** Hours and control alone: what else a plan says of its hours has no columns here. */
function termsKey(terms: readonly PlanTerm[]): string {
  return terms
    .filter(({ hours, controlForm }) => hours > 0 || controlForm !== 'none')
    .map((term) => `${term.semester} ${term.hours} ${controlText(term)}`)
    .toSorted()
    .join('; ');
}

/** A plan is saved whole: lines that the file does not name stay as they are. */
function write(tx: Setting['tx'], plans: readonly Plan[], count: number): Writing {
  return async (act, tell) => {
    for (const { id, version, programId, entryYear, lines, rows } of plans) {
      if (rows.every(({ row }) => row.verdict.fate === 'same')) continue;
      const curriculumId = id ?? (await act(startPlan, { programId, entryYear, fromId: null })).id;
      const changed = new Map(rows.flatMap(({ former, given }) => (former ? [[former.id, given]] : [])));
      const kept = lines.map((line) => ({ ...bare(line), ...changed.get(line.id), id: line.id }));
      const added = rows.filter(({ former }) => !former);
      const whole = [...kept, ...added.map(({ given }) => ({ ...given, id: null }))];
      const weeks = await readWeeks(tx, curriculumId);
      const { ids } = await act(savePlan, { curriculumId, version, weeks, lines: whole });
      for (const [place, { row }] of added.entries()) row.verdict.recordId = ids[kept.length + place] ?? null;
    }
    await tell(count);
  };
}

const bare = ({ index, name, kind, passFail, terms }: KnownLine): Given => ({ index, name, kind, passFail, terms });
