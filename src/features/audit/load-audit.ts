import { type Actor, can } from '@/access/actor';
import type { Role } from '@/access/permissions';
import { db } from '@/server/db';
import { recordSecurity } from '@/server/security-log';
import { roleLabels } from '@/texts/labels';
import type { AuditFilter, AuditLine, AuditPage, AuditStepLine } from './audit-view';
import { commandInWords, securityKindInWords } from './command-words';

const perPage = 50;
const stepsShown = 12;

type Row = {
  id: bigint;
  at: Date;
  who: string | null;
  roles: string;
  what: string;
  object: string;
  address: string;
  device: string;
  steps: { id: string; what: string; before: string | null; after: string | null; personal: boolean }[];
  total: number;
};

/**
 * «Отчёт о доступе к журналу»: who did what and when, the latest first (R-014, T-078); null without the right. Reading it
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
  const lines = rows.slice(0, perPage).map(view === 'acts' ? actLine : entryLine);
  return { lines, next: rows.length > perPage ? (lines.at(-1)?.id ?? null) : null, timeZone };
}

const nameLike = (q: string) => `%${q.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function readActs({ q, command, from, to, before }: AuditFilter, timeZone: string): Promise<Row[]> {
  return db().$queryRaw`
    SELECT e.id, e.at, e.roles, e.command AS what, concat_ws(' ', e.object, e.object_id) AS object, e.address, e.device,
      concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS who, steps.list AS steps, steps.total
    FROM (SELECT e.* FROM audit_event e LEFT JOIN person p ON p.id = e.person_id
      WHERE (${before}::bigint IS NULL OR e.id < ${before}::bigint) AND (${command} = '' OR e.command = ${command})
        AND (${from} = '' OR e.at >= (nullif(${from}, '')::date)::timestamp AT TIME ZONE ${timeZone})
        AND (${to} = '' OR e.at < (nullif(${to}, '')::date + 1)::timestamp AT TIME ZONE ${timeZone})
        AND (${q} = '' OR concat_ws(' ', p.last_name, p.first_name, p.middle_name) ILIKE ${nameLike(q)})
      ORDER BY e.id DESC LIMIT ${perPage + 1}) e
    LEFT JOIN person p ON p.id = e.person_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS total, coalesce(json_agg(json_build_object('id', c.id::text,
        'what', concat_ws(' ', c.entity, c.field), 'before', c.before, 'after', c.after,
        'personal', v.change_id IS NOT NULL) ORDER BY c.id) FILTER (WHERE c.place <= ${stepsShown}), '[]'::json) AS list
      FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM audit_change WHERE event_id = e.id) c
      LEFT JOIN audit_personal_value v ON v.change_id = c.id) steps
    ORDER BY e.id DESC`;
}

function readEntries({ q, from, to, before }: AuditFilter, timeZone: string): Promise<Row[]> {
  return db().$queryRaw`
    SELECT e.id, e.at, '' AS roles, e.kind AS what, e.detail AS object, e.address, e.device,
      concat_ws(' ', p.last_name, p.first_name, p.middle_name) AS who, '[]'::json AS steps, 0 AS total
    FROM security_event e LEFT JOIN person p ON p.id = e.person_id
    WHERE (${before}::bigint IS NULL OR e.id < ${before}::bigint)
      AND (${from} = '' OR e.at >= (nullif(${from}, '')::date)::timestamp AT TIME ZONE ${timeZone})
      AND (${to} = '' OR e.at < (nullif(${to}, '')::date + 1)::timestamp AT TIME ZONE ${timeZone})
      AND (${q} = '' OR concat_ws(' ', p.last_name, p.first_name, p.middle_name) ILIKE ${nameLike(q)})
    ORDER BY e.id DESC LIMIT ${perPage + 1}`;
}

function actLine({ id, who, roles, what, steps, total, ...rest }: Row): AuditLine {
  return {
    ...rest,
    ...{ id: String(id), who: who || (roles === 'system' ? 'Ведомость' : '–'), what: commandInWords(what) },
    roles: roles.split(' ').map(roleInWords).join(', '),
    ...{ steps: steps.map(stepLine), more: Math.max(0, total - stepsShown) },
  };
}

function entryLine({ id, who, what, ...rest }: Row): AuditLine {
  return { ...rest, id: String(id), who: who || '–', what: securityKindInWords(what), steps: [], more: 0 };
}

/** A personal value lies enciphered (T-074): the audit says that it changed, not what it was. */
function stepLine({ id, what, before, after, personal }: Row['steps'][number]): AuditStepLine {
  const shown = (value: string | null) => (personal ? 'личные данные' : (value ?? '–'));
  return { id, what, before: shown(before), after: shown(after) };
}

function roleInWords(role: string): string {
  const labels: Readonly<Record<Role | 'system' | 'anonymous', string>> = {
    ...roleLabels,
    system: 'система',
    anonymous: '–',
  };
  return (labels as Readonly<Record<string, string>>)[role] ?? role;
}
