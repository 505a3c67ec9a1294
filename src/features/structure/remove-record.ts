import { z } from 'zod';
import { idField, versionField } from '@/features/institution/inputs';
import { removedStep, removeUnused } from '@/features/institution/remove-row';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { isRoomInUse } from './save-room';

type Row = { id: number; version?: number; name?: string };
type Shelf = {
  find: (tx: Db, id: number) => Promise<Row | null>;
  remove: (tx: Db, row: Row) => Promise<unknown>;
  inUse: string;
};

const where = (id: number) => ({ where: { id } });

/** What can be removed, and why it may stay. */
const shelves = {
  department: {
    find: (tx, id) => tx.department.findUnique(where(id)),
    remove: (tx, { id }) => tx.department.delete(where(id)),
    inUse: 'в отделении есть группы или сотрудники',
  },
  studyProgram: {
    find: (tx, id) => tx.studyProgram.findUnique(where(id)),
    remove: (tx, { id }) => tx.studyProgram.delete(where(id)),
    inUse: 'по программе есть учебные планы',
  },
  group: {
    find: (tx, id) => tx.studentGroup.findUnique(where(id)),
    remove: async (tx, { id }) => {
      await tx.groupPeriod.deleteMany({ where: { groupId: id } });
      await tx.studentGroup.delete(where(id));
    },
    inUse: 'у группы есть студенты, куратор, журналы или расписание',
  },
  room: {
    find: (tx, id) => tx.room.findUnique(where(id)),
    remove: async (tx, { id, name = '' }) => {
      if (await isRoomInUse(tx, name)) throw new Refusal('IN_USE', { detail: 'кабинет стоит в расписании' });
      await tx.room.delete(where(id));
    },
    inUse: 'кабинет стоит в расписании',
  },
  responsibility: {
    find: (tx, id) => tx.responsibility.findUnique(where(id)),
    remove: (tx, { id }) => tx.responsibility.delete(where(id)),
    inUse: '',
  },
  officeDocument: {
    find: (tx, id) => tx.officeDocument.findUnique(where(id)),
    remove: (tx, { id }) => tx.officeDocument.delete(where(id)),
    inUse: '',
  },
  trainingRecord: {
    find: (tx, id) => tx.trainingRecord.findUnique(where(id)),
    remove: (tx, { id }) => tx.trainingRecord.delete(where(id)),
    inUse: '',
  },
} satisfies Record<string, Shelf>;

const kinds = z.enum(Object.keys(shelves) as [keyof typeof shelves, ...(keyof typeof shelves)[]]);

/** Removes a record of the structure that nothing refers to; what it was stays in the audit. @throws Refusal NOT_FOUND, CONFLICT, IN_USE */
export const removeStructure = defineCommand({
  name: 'structure.remove',
  permission: 'structure.enter',
  input: z.strictObject({ kind: kinds, id: idField, version: versionField }),
  period: 'none',
  run: async ({ tx, input: { kind, id, version } }) => {
    const shelf: Shelf = shelves[kind];
    const row = await shelf.find(tx, id);
    if (!row) throw new Refusal('NOT_FOUND');
    if ((row.version ?? 0) !== version) throw new Refusal('CONFLICT');
    await removeUnused(() => shelf.remove(tx, row), shelf.inUse);
    return { result: null, audit: { object: kind, objectId: id, steps: [removedStep(kind, id, row)] } };
  },
});
