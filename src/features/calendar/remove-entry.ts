import { z } from 'zod';
import { idField, versionField } from '@/features/institution/inputs';
import { removedStep, removeUnused } from '@/features/institution/remove-row';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

type Row = { id: number; version?: number; isDefault?: boolean };
type Shelf = {
  find: (tx: Db, id: number) => Promise<Row | null>;
  remove: (tx: Db, id: number) => Promise<unknown>;
  inUse: string;
};

const where = (id: number) => ({ where: { id } });

const shelves = {
  academicPeriod: {
    find: (tx, id) => tx.academicPeriod.findUnique(where(id)),
    remove: (tx, id) => tx.academicPeriod.delete(where(id)),
    inUse: 'по этому периоду учатся группы или в нём есть журналы',
  },
  bellSchedule: {
    find: (tx, id) => tx.bellSchedule.findUnique(where(id)),
    remove: (tx, id) => tx.bellSchedule.delete(where(id)),
    inUse: 'для этих звонков указано, когда они действуют: сначала уберите эти строки',
  },
  bellUse: {
    find: (tx, id) => tx.bellUse.findUnique(where(id)),
    remove: (tx, id) => tx.bellUse.delete(where(id)),
    inUse: '',
  },
} satisfies Record<string, Shelf>;

const kinds = z.enum(Object.keys(shelves) as [keyof typeof shelves, ...(keyof typeof shelves)[]]);

/** Removes an entry of the calendar that nothing refers to. @throws Refusal NOT_FOUND, CONFLICT, IN_USE, PERIOD_LOCKED */
export const removeCalendarEntry = defineCommand({
  name: 'calendar.remove',
  permission: 'calendar.enter',
  input: z.strictObject({ kind: kinds, id: idField, version: versionField }),
  period: 'none',
  run: async ({ tx, input: { kind, id, version } }) => {
    const shelf: Shelf = shelves[kind];
    const row = await shelf.find(tx, id);
    if (!row) throw new Refusal('NOT_FOUND');
    if ((row.version ?? 0) !== version) throw new Refusal('CONFLICT');
    if (row.isDefault) throw new Refusal('IN_USE', { detail: 'это обычные звонки: сначала сделайте обычными другие' });
    await removeUnused(() => shelf.remove(tx, id), shelf.inUse);
    return { result: null, audit: { object: kind, objectId: id, steps: [removedStep(kind, id, { ...row })] } };
  },
});
