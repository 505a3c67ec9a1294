import { type Actor, can, canAny } from '@/access/actor';
import { journalKindOf, type TaughtHours } from '@/domain/journal/journal-kind';
import { compareTitles } from '@/domain/people/name';
import { type SchemeStanding, schemeDueOn, schemeOverdueDays } from '@/domain/schemes/standing';
import type { SchemeState } from '@/domain/schemes/topic-rows';
import type { LocalDate } from '@/domain/types';
import { type Db, db } from '@/server/db';
import type { CourseKind } from '@/server/prisma/enums';
import { regulationOf } from '@/server/regulation';
import { journalKindLabels } from '@/texts/journal-kinds';
import { ownSections } from './own-sections';
import type { SchemeLine } from './scheme-view';

export type SchemeYear = { id: number; name: string };
export type SchemeLines = { years: SchemeYear[]; year: SchemeYear | null; every: boolean; lines: SchemeLine[] };

/**
 * КТП of a year (by default the one that is on or comes next): of every journal for whoever approves or reads all journals, else
 * of one's own. Null without the right to any.
 */
export async function loadSchemes(
  actor: Actor,
  { yearId, ownOnly = false }: { yearId?: number | undefined; ownOnly?: boolean } = {},
): Promise<SchemeLines | null> {
  if (!canAny(actor, ['scheme.enter', 'scheme.approve', 'journal.viewAll'])) return null;
  const reader = db();
  const { schemes } = await regulationOf(actor);
  const years = await reader.academicYear.findMany({
    orderBy: { startsOn: 'asc' },
    select: { id: true, name: true, endsOn: true },
  });
  const present = years.find(({ endsOn }) => endsOn >= new Date(actor.today)) ?? years.at(-1);
  const year = yearId === undefined ? present : years.find(({ id }) => id === yearId);
  if (yearId !== undefined && !year) return null;
  const every = !ownOnly && canAny(actor, ['scheme.approve', 'journal.viewAll']);
  const own = can(actor, 'scheme.enter') ? await ownSections(reader, actor) : [];
  const rows = year ? await readSections(reader, year.id, every ? null : own) : [];
  return {
    years: years.map(({ id, name }) => ({ id, name })),
    year: year ? { id: year.id, name: year.name } : null,
    every,
    lines: linesOf(rows, new Set(own), { today: actor.today, dueDays: schemes.dueDays }),
  };
}

type Row = {
  sectionId: number;
  itemId: number;
  index: string;
  course: string;
  kind: CourseKind;
  terms: TaughtHours[];
  group: string;
  subgroup: string | null;
  teachers: string[];
  plannedHours: number;
  programmeOn: LocalDate | null;
  /** An approved one is in force: a new version of it has no term. */
  inForce: boolean;
  /** The version that is being written or waits, else the one in force. */
  schemeId: number | null;
  state: SchemeState | null;
  version: number | null;
  approvedOn: LocalDate | null;
  topics: number;
  schemeHours: number;
};

function readSections(reader: Db, yearId: number, only: number[] | null): Promise<Row[]> {
  return reader.$queryRaw<Row[]>`
    SELECT c.id AS "sectionId", c.item_id AS "itemId", i.index, k.name AS course, k.kind::text AS kind,
      (SELECT coalesce(json_agg(json_build_object('hours', hours, 'practical', practical, 'laboratory', laboratory)), '[]')
        FROM curriculum_term WHERE item_id = i.id) AS terms, g.name AS "group", sg.name AS subgroup,
      ARRAY(SELECT DISTINCT p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '')
        FROM teaching_assignment t JOIN person p ON p.id = t.teacher_id WHERE t.section_id = c.id
          AND (t.ends_on IS NULL OR t.ends_on >= least(y.ends_on, (SELECT (app_now() AT TIME ZONE time_zone)::date FROM institution)))) AS teachers,
      (SELECT coalesce(sum(planned_hours), 0)::int FROM section_period WHERE section_id = c.id) AS "plannedHours",
      wp.approved_on::text AS "programmeOn", c.scheme_id IS NOT NULL AS "inForce", w.id AS "schemeId", w.state::text AS state, w.version, w.approved_on::text AS "approvedOn",
      coalesce(n.topics, 0)::int AS topics, coalesce(n.hours, 0)::int AS "schemeHours"
    FROM course_section c JOIN academic_year y ON y.id = c.year_id JOIN curriculum_item i ON i.id = c.item_id
      JOIN course k ON k.id = i.course_id JOIN student_group g ON g.id = c.group_id LEFT JOIN subgroup sg ON sg.id = c.subgroup_id
      LEFT JOIN work_programme wp ON wp.item_id = c.item_id
      LEFT JOIN LATERAL (SELECT o.id FROM scheme_section t JOIN scheme_of_work o ON o.id = t.scheme_id AND o.state <> 'approved'
        WHERE t.section_id = c.id LIMIT 1) open ON true
      LEFT JOIN scheme_of_work w ON w.id = coalesce(open.id, c.scheme_id)
      LEFT JOIN LATERAL (SELECT count(*) AS topics, sum(hours) AS hours FROM planned_topic WHERE scheme_id = w.id) n ON true
    WHERE c.year_id = ${yearId} AND k.kind::text <> 'finalAssessment' AND (${only === null} OR c.id = ANY (${only ?? []}::int[]))`;
}

type Terms = { today: LocalDate; dueDays: number | null };

function linesOf(rows: readonly Row[], own: ReadonlySet<number>, terms: Terms): SchemeLine[] {
  const lines = new Map<string, SchemeLine>();
  for (const row of rows) {
    const group = row.subgroup ? `${row.group}, ${row.subgroup}` : row.group;
    const key = row.schemeId === null ? `${row.itemId} ${row.teachers.join()}` : `scheme ${row.schemeId}`;
    const line = lines.get(key) ?? lineOf(row, key, terms);
    line.groups.push(group);
    for (const teacher of row.teachers) if (!line.teachers.includes(teacher)) line.teachers.push(teacher);
    line.own ||= own.has(row.sectionId);
    lines.set(key, line);
  }
  for (const line of lines.values()) line.groups.sort(compareTitles);
  return [...lines.values()].sort(
    (one, other) =>
      other.overdueDays - one.overdueDays ||
      compareTitles(one.course, other.course) ||
      one.key.localeCompare(other.key),
  );
}

function lineOf(row: Row, key: string, { today, dueDays }: Terms): SchemeLine {
  const state: SchemeStanding = row.state ?? 'missing';
  const dueOn = row.inForce ? null : schemeDueOn(row.programmeOn, dueDays);
  return {
    key,
    ...{ schemeId: row.schemeId, sectionId: row.sectionId, course: `${row.index} ${row.course}` },
    kind: journalKindLabels[journalKindOf(row.kind, row.terms)],
    groups: [],
    teachers: [],
    plannedHours: row.plannedHours,
    schemeHours: row.schemeId === null ? null : row.schemeHours,
    ...{ topics: row.topics, version: row.version ?? 1, state },
    approvedOn: row.state === 'approved' ? row.approvedOn : null,
    programmeOn: row.programmeOn,
    dueOn,
    overdueDays: schemeOverdueDays(state, dueOn, today),
    own: false,
  };
}
