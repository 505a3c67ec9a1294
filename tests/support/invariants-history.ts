/**
 * I2, I3: the history of every stored field, from `audit_change` in order of its sequence. `present` lists what the table
 * holds now as (place, field, value, version); `place` joins the ids that a step of this entity names.
 */
type Entity = {
  entity: string;
  /** SQL of a step's place. */
  place: string;
  /** SQL of the table's rows: place, then one row per field. `version` is null for fields without one of their own. */
  present: string;
  /** The field whose steps count the versions; null: every step of the entity counts. */
  counted: string | null;
};

const entities: readonly Entity[] = [
  {
    entity: 'mark',
    place: "assignment_id || ' ' || student_id",
    present: `SELECT assignment_id || ' ' || student_id AS place, f.* FROM mark m, LATERAL (VALUES
      ('value', m.value, m.version), ('required', nullif(m.required::text, 'false'), NULL), ('comment', m.comment, NULL)) AS f(field, value, version)`,
    counted: 'value',
  },
  {
    entity: 'attendance',
    place: "lesson_id || ' ' || student_id",
    present: `SELECT lesson_id || ' ' || student_id AS place, f.* FROM attendance_event e, LATERAL (VALUES
      ('presence', e.presence::text, e.presence_version), ('reason', e.reason, e.reason_version),
      ('reason_note', e.reason_note, NULL)) AS f(field, value, version)`,
    counted: null,
  },
  {
    entity: 'lesson',
    place: 'lesson_id::text',
    present: `SELECT id::text AS place, f.* FROM lesson l, LATERAL (VALUES
      ('topic', nullif(l.topic, ''), NULL::int), ('homework', nullif(l.homework, ''), NULL), ('planned_topic_id', l.planned_topic_id::text, NULL),
      ('homework_due_on', l.homework_due_on::text, NULL), ('attendance_taken', nullif(l.attendance_taken::text, 'false'), NULL),
      ('lesson_type', l.lesson_type, NULL), ('hours', l.hours::text, NULL)) AS f(field, value, version)`,
    counted: null,
  },
  {
    entity: 'assignment',
    place: 'assignment_id::text',
    present: `SELECT id::text AS place, f.* FROM assignment a, LATERAL (VALUES
      ('task_type', a.task_type, NULL::int), ('title', nullif(a.title, ''), NULL), ('required', nullif(a.required::text, 'false'), NULL),
      ('due_on', a.due_on::text, NULL)) AS f(field, value, version)`,
    counted: null,
  },
  {
    entity: 'homework',
    place: "lesson_id || ' ' || student_id",
    present: `SELECT lesson_id || ' ' || student_id AS place, 'text' AS field, nullif(text, '') AS value, version FROM individual_homework`,
    counted: 'text',
  },
  {
    entity: 'grade',
    place: "record_id || ' ' || period_id || ' ' || student_id",
    present: `SELECT section_id || ' ' || period_id || ' ' || student_id AS place, f.* FROM grade g, LATERAL (VALUES
      ('value', g.value, g.version), ('reason', g.reason, NULL),
      ('published', to_char(g.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NULL)) AS f(field, value, version)`,
    counted: 'value',
  },
];

/** An empty text, «false» and nothing are one and the same absence of a value. */
const plain = (column: string) => `CASE WHEN ${column} IN ('', 'false') THEN NULL ELSE ${column} END`;

/** What a lesson is laid with has no first step: only its later changes are history. */
const laidWith = "('lesson_type', 'hours')";

function stepsOf({ entity, place }: Entity): string {
  return `SELECT ${place} AS place, field, ${plain('before')} AS before, ${plain('after')} AS after, version, id FROM audit_change
    WHERE entity = '${entity}' AND field NOT IN ('laid', 'teacher_id', 'created', 'room', 'place', 'state')
      AND (entity <> 'lesson' OR EXISTS (SELECT 1 FROM lesson WHERE id = lesson_id))`;
}

/** I2: each step begins where the one before it ended, and the last one ends at the present value. */
function replay(kind: Entity): string {
  return `WITH step AS (${stepsOf(kind)}),
    chain AS (SELECT *, lag(after) OVER w AS former, row_number() OVER w AS n, lead(id) OVER w IS NULL AS last FROM step
      WINDOW w AS (PARTITION BY place, field ORDER BY id)),
    present AS (${kind.present})
    SELECT 'I2 ${kind.entity} ' || place || ' ' || field || ': a step from ' || coalesce(before, '—') || ' follows one to ' || coalesce(former, '—') AS broken
      FROM chain WHERE before IS DISTINCT FROM former AND (n > 1 OR field NOT IN ${laidWith})
    UNION ALL
    SELECT 'I2 ${kind.entity} ' || coalesce(p.place, c.place) || ' ' || coalesce(p.field, c.field) || ': history ends at ' || coalesce(c.after, '—')
        || ', the table holds ' || coalesce(p.value, '—')
      FROM present p FULL JOIN (SELECT * FROM chain WHERE last) c ON c.place = p.place AND c.field = p.field
      WHERE p.value IS DISTINCT FROM c.after AND (c.place IS NOT NULL OR p.field NOT IN ${laidWith})`;
}

/** I3: the versions told by the history are 1…n without gaps, and n is the present one. */
function versions(kind: Entity): string {
  const counted = kind.counted === null ? '' : `AND field = '${kind.counted}'`;
  const told = `SELECT place, field, array_agg(version ORDER BY id) AS versions FROM (${stepsOf(kind)}) s
    WHERE version IS NOT NULL ${counted} GROUP BY place, field`;
  return `WITH told AS (${told}), present AS (${kind.present})
    SELECT 'I3 ${kind.entity} ' || p.place || ' ' || p.field || ': version ' || p.version || ', history tells ' || coalesce(t.versions::text, 'nothing') AS broken
    FROM present p LEFT JOIN told t ON t.place = p.place AND t.field = p.field
    WHERE p.version IS NOT NULL AND coalesce(t.versions, '{}') <> ARRAY(SELECT generate_series(1, p.version))`;
}

/** Several fields share the version of a lesson or an assignment. */
const sharedVersions = [
  { entity: 'lesson', place: 'lesson_id', first: 1 },
  { entity: 'assignment', place: 'assignment_id', first: 1 },
].map(
  ({ entity, place }) => `
    SELECT 'I3 ${entity} ' || t.id || ': version ' || t.version || ', history tells ' || coalesce(c.told::text, 'nothing') AS broken
    FROM ${entity} t LEFT JOIN (SELECT ${place} AS id, array_agg(DISTINCT version ORDER BY version) AS told FROM audit_change
      WHERE entity = '${entity}' AND version IS NOT NULL GROUP BY 1) c ON c.id = t.id
    WHERE coalesce(c.told, '{}') <> ARRAY(SELECT generate_series(1, t.version))`,
);

const ownVersions = entities.filter(({ entity }) => entity !== 'lesson' && entity !== 'assignment');

export const historyQueries: readonly string[] = [
  ...entities.map(replay),
  ...ownVersions.map(versions),
  ...sharedVersions,
];
