import { createdStep } from '@/features/institution/created-step';
import type { AuditStep } from '@/server/audit';
import { Refusal } from '@/server/errors';
import type { Term } from './plan-fields';
import type { KnownLine } from './read-lines';
import { termsText } from './term-words';

export type GivenLine = Omit<KnownLine, 'id' | 'ordinal' | 'journals' | 'terms'> & { id: number | null; terms: Term[] };
type Kept = { former: KnownLine; given: GivenLine; ordinal: number };
export type PlanChanges = { added: (GivenLine & { ordinal: number })[]; kept: Kept[]; removed: KnownLine[] };

/**
 * What a saved plan changes in the former one. A line by which a journal is kept stays, and stays of its course and scale.
 * @throws Refusal IN_USE with the line and the journal, NOT_FOUND for a line of another plan, INVALID for an index that stands twice
 */
export function changesOf(former: readonly KnownLine[], given: readonly GivenLine[]): PlanChanges {
  const known = new Map(former.map((line) => [line.id, line]));
  const named = new Set(given.flatMap(({ id }) => id ?? []));
  const places = given.map((line, place) => ({ line, ordinal: place + 1 }));
  assertOnce(given);
  const kept = places.flatMap(({ line, ordinal }): Kept[] => {
    if (line.id === null) return [];
    const one = known.get(line.id);
    if (!one) throw new Refusal('NOT_FOUND');
    assertSameCourse(one, line);
    return [{ former: one, given: line, ordinal }];
  });
  if (kept.length < places.filter(({ line }) => line.id !== null).length) throw new Refusal('NOT_FOUND');
  const removed = former.filter(({ id }) => !named.has(id));
  for (const line of removed) assertUnused(line, 'нельзя убрать');
  const added = places.flatMap(({ line, ordinal }) => (line.id === null ? [{ ...line, ordinal }] : []));
  return { added, kept, removed };
}

function assertOnce(lines: readonly GivenLine[]): void {
  const seen = new Set<string>();
  const ids = new Set<number>();
  for (const [place, { index, id }] of lines.entries()) {
    if (seen.has(index))
      throw new Refusal('INVALID', { fields: [`lines.${place}.index`], detail: `индекс ${index} стоит дважды` });
    if (id !== null && ids.has(id)) throw new Refusal('NOT_FOUND');
    seen.add(index);
    if (id !== null) ids.add(id);
  }
}

function assertUnused({ index, name, journals }: KnownLine, what: string): void {
  if (journals.length === 0) return;
  const [first, ...others] = journals;
  const more = others.length > 0 ? ` и ещё ${others.length}` : '';
  throw new Refusal('IN_USE', { detail: `строку ${index} «${name}» ${what}: по ней ведётся журнал ${first}${more}` });
}

function assertSameCourse(former: KnownLine, given: GivenLine): void {
  const same = former.name === given.name && former.kind === given.kind && former.passFail === given.passFail;
  if (!same) assertUnused(former, 'нельзя переименовать, менять её вид и шкалу');
}

/** What changed in a kept line, field by field; nothing for a line that is as it was. */
export function stepsOf({ former, given }: Pick<Kept, 'former' | 'given'>): AuditStep[] {
  const step = (field: string, before: string, after: string): AuditStep[] =>
    before === after ? [] : [{ entity: 'curriculumItem', field, recordId: former.id, before, after }];
  return [
    ...step('index', former.index, given.index),
    ...step('name', former.name, given.name),
    ...step('kind', former.kind, given.kind),
    ...step('passFail', String(former.passFail), String(given.passFail)),
    ...step('terms', termsText(former.terms), termsText(given.terms)),
  ];
}

export function removedStep({ id, index, name, kind, passFail, terms }: KnownLine): AuditStep {
  const { after } = createdStep('curriculumItem', id, { index, name, kind, passFail, terms: termsText(terms) });
  return { entity: 'curriculumItem', field: 'removed', recordId: id, before: after, after: null };
}
