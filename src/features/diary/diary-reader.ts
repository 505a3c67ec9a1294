import { type Actor, can } from '@/access/actor';
import { diariesVisibleTo } from '@/access/scope';
import type { DiaryBlock, Regulation } from '@/domain/regulation/regulation';
import { db } from '@/server/db';

/** In which quality somebody reads a diary; `tabs` are the diaries shown beside it. */
export type DiaryReader = {
  studentId: number;
  as: 'student' | 'parent' | 'staff';
  tabs: readonly number[];
  /** A parent who may ask the college to change its data. */
  mayAsk?: boolean;
};

/**
 * Who the actor is to this diary, or null (R-008, R-009, T-022). It decides as `diariesVisibleTo` does; own diary and children
 * stand in the actor, so that only a curator's question goes to the database.
 */
export async function diaryReader(actor: Actor, studentId: number): Promise<DiaryReader | null> {
  if (can(actor, 'diary.viewOwn') && actor.studentId === studentId) return { studentId, as: 'student', tabs: [] };
  if (can(actor, 'diary.viewChild') && actor.children.includes(studentId)) {
    const tabs = actor.children.length > 1 ? actor.children : [];
    return { studentId, as: 'parent', tabs, mayAsk: can(actor, 'people.request') };
  }
  if (!can(actor, 'diary.viewCurated')) return null;
  const found = await db().student.findFirst({
    where: { AND: [{ id: studentId }, diariesVisibleTo(actor)] },
    select: { id: true },
  });
  return found && { studentId, as: 'staff', tabs: [] };
}

/** The diary that opens first: one's own, else a child's; null when the actor has none open. */
export function firstDiary(actor: Actor): number | null {
  if (can(actor, 'diary.viewOwn') && actor.studentId !== null) return actor.studentId;
  return can(actor, 'diary.viewChild') ? (actor.children[0] ?? null) : null;
}

/** Whether a block of the cabinet is shown (C-10, C-25); the curator reads all of them. */
export type Shows = (block: DiaryBlock) => boolean;

/** Null when the institution keeps the cabinets closed. */
export function blocksFor({ as }: DiaryReader, { diary }: Regulation): Shows | null {
  if (as === 'staff') return () => true;
  return diary.open ? (block) => diary[as].includes(block) : null;
}
