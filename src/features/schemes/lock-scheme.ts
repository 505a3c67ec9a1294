import type { Actor } from '@/access/actor';
import { maySeeScheme, mayWriteScheme } from '@/access/scheme-policy';
import { schemeActs } from '@/domain/schemes/standing';
import type { SchemeState } from '@/domain/schemes/topic-rows';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { ownSections } from './own-sections';

export type LockedScheme = {
  id: number;
  courseId: number;
  authorId: number;
  title: string;
  version: number;
  firstId: number | null;
  state: SchemeState;
  revision: number;
  sections: number[];
  /** Journals of the actor. */
  taught: number[];
};

type Act = (typeof schemeActs)[SchemeState][number];

const refusals: Readonly<Record<SchemeState, string>> = {
  draft: 'Это КТП ещё не отправлено',
  returned: 'Это КТП возвращено с замечаниями',
  sent: 'Это КТП уже на проверке',
  approved: 'Это КТП утверждено; изменить его можно только новой версией',
};

/**
 * The scheme, held until the commit, when its state allows the act. @throws Refusal NOT_FOUND for one out of sight,
 * CONFLICT when its state has changed meanwhile
 */
export async function lockScheme(
  { tx, actor }: { tx: Db; actor: Actor },
  schemeId: number,
  act: Act,
): Promise<LockedScheme> {
  const [row] = await tx.$queryRaw<Omit<LockedScheme, 'taught'>[]>`
    SELECT w.id, w.course_id AS "courseId", w.author_id AS "authorId", w.title, w.version, w.first_id AS "firstId", w.state::text AS state,
      w.revision, ARRAY(SELECT section_id FROM scheme_section WHERE scheme_id = w.id UNION SELECT id FROM course_section
        WHERE scheme_id = w.id) AS sections
    FROM scheme_of_work w WHERE w.id = ${schemeId} FOR UPDATE OF w`;
  const taught = await ownSections(tx, actor);
  const facts = row && { ...row, approved: row.state === 'approved' };
  if (!facts || !maySeeScheme(actor, facts, taught)) throw new Refusal('NOT_FOUND');
  if (act !== 'decide' && !mayWriteScheme(actor, facts, taught)) throw new Refusal('FORBIDDEN');
  if (!schemeActs[row.state].includes(act)) throw new Refusal('CONFLICT', { detail: refusals[row.state] });
  return { ...row, taught };
}

/** Somebody decides or sends what they have seen, not what was saved since. @throws Refusal CONFLICT */
export function assertSeen(scheme: LockedScheme, revision: number): void {
  if (scheme.revision !== revision) {
    throw new Refusal('CONFLICT', { detail: 'КТП изменили, пока оно было открыто у вас. Обновите страницу' });
  }
}
