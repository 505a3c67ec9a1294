import { type Actor, can } from '@/access/actor';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { yearStart } from './academic-span';
import { type FallingStudent, fallingStudents } from './falling-students';
import { readGroupRecords } from './read-record';

/** Falling students of the actor's own groups, by group (screens.md 4). */
export async function loadFalling(actor: Actor): Promise<ReadonlyMap<number, FallingStudent[]>> {
  if (!can(actor, 'journal.viewCurated') || actor.curates.length === 0) return new Map();
  const [regulation, from] = await Promise.all([regulationOf(actor), yearStart(actor.today)]);
  const former = regulation.periodMark.formerSectionMarks === 'count';
  const records = await readGroupRecords(db(), { groups: [...actor.curates], from, to: actor.today, former });
  return new Map(records.map((record) => [record.id, fallingStudents(record, actor.today, regulation)]));
}
