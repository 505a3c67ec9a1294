import { expect } from 'vitest';
import type { CellEditsInput } from '@/features/journal/cell-edits';
import { markCells } from '@/features/journal/mark-cells';
import { digestOf } from './digest';
import type { World } from './world';

type Who = Parameters<World['actor']>[0];
type Saving = { sectionId?: number; key?: string };

/** A task and a mark for it in one batch, as the grid sends them. */
export function marked(lessonId: number, studentId: number, value: '5' | '4' | '3' | '2' = '5') {
  const assignment = { ref: 'a' };
  return {
    assignments: [{ lessonId, assignment, version: 0, taskType: 'answer', title: '', required: false, dueOn: null }],
    marks: [{ lessonId, studentId, assignment, value, required: false, version: 0 }],
  };
}

/** Saves batches of edits as the people of a world would, and tells what was refused without a trace. */
export function journalDesk(world: () => World) {
  /** Whoever tries signs in first: sessions are apart. */
  const digest = async () => ({ ...(await digestOf(world().owner)), session: '' });
  return {
    save: async (who: Who, edits: Omit<CellEditsInput, 'sectionId'>, { sectionId, key }: Saving = {}) => {
      const input = { sectionId: sectionId ?? world().college.sections.algorithms, ...edits };
      const meta = { address: 'test', device: 'test', ...(key ? { idempotencyKey: key } : {}) };
      return markCells.execute(await world().actor(who), input, meta);
    },
    /** The refusal's code; the database must be as it was. */
    refused: async (work: () => Promise<unknown>): Promise<string> => {
      const before = await digest();
      const code = await work().then(
        () => 'NOTHING',
        (error: { code?: string }) => error.code ?? String(error),
      );
      expect(await digest()).toEqual(before);
      return code;
    },
  };
}
