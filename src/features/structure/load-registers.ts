import { type Actor, can, canAny } from '@/access/actor';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import { staffChoices } from './load-choices';
import type {
  DocumentRow,
  DocumentsView,
  ResponsibilityRow,
  ResponsibleView,
  TrainingRow,
  TrainingView,
} from './structure-view';
import { vacantDuties } from './usual-duties';

/** Who answers for what by order: today, formerly, and what nobody answers for. Null without the right. */
export async function loadResponsible(actor: Actor): Promise<ResponsibleView | null> {
  if (!canAny(actor, ['study.view', 'structure.enter'])) return null;
  const rows = await db().$queryRaw<ResponsibilityRow[]>`
    SELECT r.id, r.version, r.staff_id AS "staffId", r.duty, r.order_number AS "orderNumber", r.ordered_on::text AS "orderedOn",
      r.starts_on::text AS "startsOn", r.ends_on::text AS "endsOn", p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') AS person,
      coalesce((SELECT string_agg(s.title, ', ' ORDER BY s.starts_on) FROM staff_position s WHERE s.staff_id = r.staff_id
        AND s.role <> 'curator' AND s.starts_on <= ${actor.today}::date AND (s.ends_on IS NULL OR s.ends_on >= ${actor.today}::date)), '') AS position
    FROM responsibility r JOIN person p ON p.id = r.staff_id ORDER BY r.starts_on DESC, r.id DESC`;
  const present = rows.filter(({ endsOn }) => endsOn === null || endsOn >= actor.today);
  return {
    present: present.toSorted((one, other) => compareTitles(one.duty, other.duty)),
    former: rows.filter((row) => !present.includes(row)),
    vacant: vacantDuties(present.filter(({ startsOn }) => startsOn <= actor.today).map(({ duty }) => duty)),
    staff: await staffChoices(actor),
    today: actor.today,
    may: { enter: can(actor, 'structure.enter') },
  };
}

/** The links of the page «Документы», for whoever has signed in. */
export async function loadDocuments(actor: Actor): Promise<DocumentsView> {
  const documents = await readDocuments();
  return { documents, may: { enter: canAny(actor, ['institution.setUp', 'structure.enter']) } };
}

async function readDocuments(): Promise<DocumentRow[]> {
  const rows = await db().officeDocument.findMany({
    select: { id: true, version: true, kind: true, title: true, url: true, note: true },
  });
  return rows.sort((one, other) => compareTitles(one.title, other.title));
}

/** Who was trained, who was not, and where people learn; null without the right. */
export async function loadTraining(actor: Actor): Promise<TrainingView | null> {
  if (!canAny(actor, ['study.view', 'structure.enter', 'accounts.manage'])) return null;
  const records = await db().$queryRaw<TrainingRow[]>`
    SELECT t.id, t.staff_id AS "staffId", t.topic, t.held_on::text AS "heldOn", t.hours,
      p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') AS person
    FROM training_record t JOIN person p ON p.id = t.staff_id ORDER BY t.held_on DESC, t.topic, person LIMIT 1000`;
  const staff = (await staffChoices(actor)).map(({ id, label }) => {
    const own = records.filter(({ staffId }) => staffId === id);
    return { id, name: label, last: own[0]?.heldOn ?? null, trainings: own.length };
  });
  return {
    records,
    staff: staff.sort(
      (one, other) => (one.last ?? '').localeCompare(other.last ?? '') || compareTitles(one.name, other.name),
    ),
    places: (await readDocuments()).filter(({ kind }) => kind === 'training'),
    today: actor.today,
    may: { enter: canAny(actor, ['structure.enter', 'accounts.manage']), remove: can(actor, 'structure.enter') },
  };
}
