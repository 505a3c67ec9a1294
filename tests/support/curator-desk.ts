import { type DayEditsInput, markDay } from '@/features/attendance/mark-day';
import type { CellEditsInput } from '@/features/journal/cell-edits';
import { markCells } from '@/features/journal/mark-cells';
import type { Command } from '@/server/command';
import { changedTables, digestOf } from './digest';
import type { World } from './world';

type Who = Parameters<World['actor']>[0];
const meta = { address: 'test', device: 'test' };

/** Lessons, people and days as the curator, the teacher and the parents of a world would write them. */
export function curatorDesk(world: () => World) {
  const digest = async () => ({ ...(await digestOf(world().owner)), session: '' });
  return {
    run: async <Input, Result>(who: Who, command: Command<Input, Result>, input: Input): Promise<Result> =>
      command.execute(await world().actor(who), input, meta),
    /** One cell of the lesson of a day by its journal's teacher. */
    teach: async (
      who: Who,
      edits: Omit<CellEditsInput, 'sectionId'>,
      sectionId = world().college.sections.algorithms,
    ) => markCells.execute(await world().actor(who), { sectionId, ...edits }, meta),
    day: async (who: Who, edits: Omit<DayEditsInput, 'groupId'>, groupId = world().college.groups.isp) =>
      markDay.execute(await world().actor(who), { groupId, ...edits }, meta),
    /** The refusal's code; the database must be as it was. */
    refused: async (work: () => Promise<unknown>): Promise<string> => {
      const before = await digest();
      const code = await work().then(
        () => 'NOTHING',
        (error: { code?: string }) => error.code ?? String(error),
      );
      const changed = changedTables(before, await digest());
      return changed.length > 0 ? `${code}, but written: ${changed.join(', ')}` : code;
    },
    /** What stands in a cell: presence and reason. */
    cell: async (lessonId: number, studentId: number) => {
      const row = await world().owner.attendanceEvent.findUnique({
        where: { lessonId_studentId: { lessonId, studentId } },
      });
      return [row?.presence ?? null, row?.reason ?? null];
    },
  };
}
