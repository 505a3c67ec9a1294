import type { Finding } from './findings';
import type { PlanLine } from './plan';
import { meaningOf, normalIndex } from './plan-index';

/** Indexes, modules and what belongs to them, courses that stand twice in a cycle, lines that end without control. */
export function checkStructure(lines: readonly PlanLine[]): Finding[] {
  const indexes = new Map<string, number>();
  const courses = new Map<string, number>();
  const modules = new Set(
    lines.flatMap(({ kind, index }) => (kind === 'professionalModule' ? (meaningOf(index)?.module ?? []) : [])),
  );
  return lines.flatMap((line, place) => {
    const found: Finding[] = [];
    const same = firstOf(indexes, normalIndex(line.index), place);
    if (same !== null) found.push({ rule: 'indexDoubled', line: place, other: same });
    const twin = firstOf(courses, `${meaningOf(line.index)?.cycle} ${line.kind} ${line.name.toLowerCase()}`, place);
    if (twin !== null) found.push({ rule: 'courseDoubled', line: place, other: twin });
    return [...found, ...checkLine(line, place, { lines, modules })];
  });
}

/** The place where the key stood first; null, and remembered, when this is the first one. */
function firstOf(known: Map<string, number>, key: string, place: number): number | null {
  const first = known.get(key);
  if (first === undefined) known.set(key, place);
  return first ?? null;
}

type Around = { lines: readonly PlanLine[]; modules: ReadonlySet<string> };

function checkLine(line: PlanLine, place: number, { lines, modules }: Around): Finding[] {
  const meaning = meaningOf(line.index);
  if (!meaning) return [{ rule: 'indexUnknown', line: place }, ...checkTerms(line, place)];
  const { module } = meaning;
  if (line.kind === 'professionalModule') return [...checkModule(line, place, { lines, module })];
  const orphan: Finding[] =
    module !== null && !modules.has(module) ? [{ rule: 'moduleMissing', line: place, module }] : [];
  return [...orphan, ...checkTerms(line, place)];
}

function checkTerms({ terms, kind }: PlanLine, line: number): Finding[] {
  if (terms.length === 0) return [{ rule: 'noTerms', line }];
  const last = terms.reduce((latest, term) => (term.semester > latest.semester ? term : latest));
  return last.controlForm === 'none' && kind !== 'extracurricular' ? [{ rule: 'noControl', line }] : [];
}

function checkModule(
  { terms }: PlanLine,
  line: number,
  { lines, module }: { lines: readonly PlanLine[]; module: string | null },
): Finding[] {
  const parts = lines.filter(
    (other) => other.kind === 'interdisciplinaryCourse' && meaningOf(other.index)?.module === module,
  );
  const examined = terms.some(({ controlForm }) => /^(moduleExam|exam|complexExam|demoExam)$/.test(controlForm));
  return [
    ...(parts.length === 0 ? [{ rule: 'moduleEmpty' as const, line }] : []),
    ...(examined ? [] : [{ rule: 'moduleWithoutExam' as const, line }]),
  ];
}
