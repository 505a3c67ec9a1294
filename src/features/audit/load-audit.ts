import { type Actor, can } from '@/access/actor';
import type { Role } from '@/access/permissions';
import type { Regulation } from '@/domain/regulation/regulation';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { recordSecurity } from '@/server/security-log';
import { roleLabels } from '@/texts/labels';
import type { AuditFilter, AuditLine, AuditPage, AuditStepLine } from './audit-view';
import { commandInWords, securityKindInWords } from './command-words';
import { entryDetail } from './entry-words';
import { objectInWords } from './object-words';
import { stepInWords, stepValue } from './step-words';

const perPage = 50;
const stepsShown = 12;

type Row = {
  id: bigint;
  at: Date;
  who: string | null;
  roles: string;
  what: string;
  object: string;
  objectId: number | null;
  /** What people call the object. */
  name: string | null;
  address: string;
  device: string;
  steps: {
    id: string;
    entity: string;
    field: string;
    before: string | null;
    after: string | null;
    personal: boolean;
  }[];
  total: number;
};

/**
 * The audit: who did what and when, the latest first (R-014, T-078); null without the right. Reading it
 * leaves a line of its own in the security log.
 */
export async function loadAudit(
  actor: Actor,
  filter: AuditFilter,
  client: { address: string; device: string },
): Promise<AuditPage | null> {
  if (!can(actor, 'audit.view')) return null;
  const { personId, sessionId, timeZone } = actor;
  const { view, command, from, to, before } = filter;
  const detail = `${view} ${command || '*'} ${from || '*'}–${to || '*'} ${before ?? 'first'}`;
  await recordSecurity({ kind: 'auditRead', personId, sessionId, ...client, detail });
  const rows = view === 'acts' ? await readActs(filter, timeZone) : await readEntries(filter, timeZone);
  const regulation = await regulationOf(actor);
  const lines = rows.slice(0, perPage).map((row) => (view === 'acts' ? actLine(row, regulation) : entryLine(row)));
  return { lines, next: rows.length > perPage ? (lines.at(-1)?.id ?? null) : null, timeZone };
}

const nameLike = (q: string) => `%${q.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function readActs({ q, command, from, to, before }: AuditFilter, timeZone: string): Promise<Row[]> {
  return db().$queryRaw`
    SELECT e.id, e.at, e.roles, e.command AS what, e.object, e.object_id AS "objectId", e.address, e.device,
      concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS who, steps.list AS steps, steps.total,
      CASE WHEN e.object = 'section' THEN (SELECT i.index || ', ' || g.name FROM course_section c JOIN curriculum_item i ON i.id = c.item_id
          JOIN student_group g ON g.id = c.group_id WHERE c.id = e.object_id)
        WHEN e.object IN ('group', 'groupPeriod') THEN (SELECT name FROM student_group WHERE id = e.object_id)
        WHEN e.object = 'academicYear' THEN (SELECT name FROM academic_year WHERE id = e.object_id)
        WHEN e.object IN ('account', 'student', 'staffMember', 'person') THEN (SELECT concat_ws(' ', o.last_name, o.first_name) FROM person o
          WHERE o.id = CASE WHEN e.object = 'account' THEN (SELECT person_id FROM account WHERE id = e.object_id) ELSE e.object_id END)
        END AS name
    FROM (SELECT e.* FROM audit_event e LEFT JOIN person p ON p.id = e.person_id
      WHERE (${before}::bigint IS NULL OR e.id < ${before}::bigint) AND (${command} = '' OR e.command = ${command})
        AND (${from} = '' OR e.at >= (nullif(${from}, '')::date)::timestamp AT TIME ZONE ${timeZone})
        AND (${to} = '' OR e.at < (nullif(${to}, '')::date + 1)::timestamp AT TIME ZONE ${timeZone})
        AND (${q} = '' OR concat_ws(' ', p.last_name, p.first_name, p.middle_name) ILIKE ${nameLike(q)})
      ORDER BY e.id DESC LIMIT ${perPage + 1}) e
    LEFT JOIN person p ON p.id = e.person_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS total, coalesce(json_agg(json_build_object('id', c.id::text,
        'entity', c.entity, 'field', c.field, 'before', c.before, 'after', c.after,
        'personal', v.change_id IS NOT NULL) ORDER BY c.id) FILTER (WHERE c.place <= ${stepsShown}), '[]'::json) AS list
      FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM audit_change WHERE event_id = e.id) c
      LEFT JOIN audit_personal_value v ON v.change_id = c.id) steps
    ORDER BY e.id DESC`;
}

function readEntries({ q, from, to, before }: AuditFilter, timeZone: string): Promise<Row[]> {
  return db().$queryRaw`
    SELECT e.id, e.at, '' AS roles, e.kind AS what, e.detail AS object, NULL::int AS "objectId", NULL AS name, e.address, e.device,
      concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS who, '[]'::json AS steps, 0 AS total
    FROM security_event e LEFT JOIN person p ON p.id = e.person_id
    WHERE (${before}::bigint IS NULL OR e.id < ${before}::bigint)
      AND (${from} = '' OR e.at >= (nullif(${from}, '')::date)::timestamp AT TIME ZONE ${timeZone})
      AND (${to} = '' OR e.at < (nullif(${to}, '')::date + 1)::timestamp AT TIME ZONE ${timeZone})
      AND (${q} = '' OR concat_ws(' ', p.last_name, p.first_name, p.middle_name) ILIKE ${nameLike(q)})
    ORDER BY e.id DESC LIMIT ${perPage + 1}`;
}

function actLine(
  { id, who, roles, what, steps, total, object, objectId, name, ...rest }: Row,
  regulation: Regulation,
): AuditLine {
  return {
    ...rest,
    ...{ id: String(id), who: who || (roles === 'system' ? 'Ведомость' : '–'), what: commandInWords(what) },
    roles: roles.split(' ').map(roleInWords).join(', '),
    object: objectInWords(object, objectId, name),
    ...{ steps: steps.map((step) => stepLine(step, regulation)), more: Math.max(0, total - stepsShown) },
  };
}

function entryLine({ id, who, what, object, address, device, at, roles }: Row): AuditLine {
  const told = { at, roles, address, device, object: entryDetail(what, object) };
  return { ...told, id: String(id), who: who || '–', what: securityKindInWords(what), steps: [], more: 0 };
}

/** A personal value lies enciphered (T-074): the audit says that it changed, not what it was. */
function stepLine({ id, personal, ...step }: Row['steps'][number], regulation: Regulation): AuditStepLine {
  const shown = (value: string | null) => (personal ? 'личные данные' : stepValue(step, value, regulation));
  return { id, what: stepInWords(step), before: shown(step.before), after: shown(step.after) };
}

function roleInWords(role: string): string {
  const labels: Readonly<Record<Role | 'system' | 'anonymous', string>> = {
    ...roleLabels,
    system: 'система',
    anonymous: '',
  };
  return (labels as Readonly<Record<string, string>>)[role] ?? role;
}
