import { type Actor, can } from '@/access/actor';
import type { Db } from '@/server/db';
import type { Setting } from './kind';

/** In whose name and at which day a table is judged or read. */
export function settingOf(tx: Db, actor: Actor): Setting {
  return { tx, actor, today: actor.today, can: (permission) => can(actor, permission) };
}
