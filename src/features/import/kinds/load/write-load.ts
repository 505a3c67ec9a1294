import { assignLoad } from '@/features/teaching-load/assign-load';
import { saveLoad } from '@/features/teaching-load/save-load';
import type { NewSection } from '@/features/teaching-load/section-fields';
import type { Line, Writing } from '../../kind';
import { portions } from '../plan-people';
import type { LoadColumns } from './columns';

export type TeacherChange = { groupId: number; sectionId: number; was: null; teacherId: number };
export type HoursChange = { groupId: number; sectionId: number; periodId: number; was: number; hours: number };

type Plan = {
  opened: readonly { line: Line<LoadColumns>; section: NewSection }[];
  teachers: readonly TeacherChange[];
  hours: readonly HoursChange[];
};

/** New journals, then what changes in those that are there, group by group. */
export function writeLoad({ opened, teachers, hours }: Plan, count: number): Writing {
  return async (act, tell) => {
    for (const part of portions(opened, 1000)) {
      const { ids } = await act(assignLoad, { sections: part.map(({ section }) => section) });
      for (const [place, { line }] of part.entries()) line.verdict.recordId = ids[place] ?? null;
    }
    const groups = new Set([...teachers, ...hours].map(({ groupId }) => groupId));
    for (const groupId of groups) {
      const own = <Row extends { groupId: number }>(rows: readonly Row[]) =>
        rows.flatMap(({ groupId: id, ...row }) => (id === groupId ? [row] : []));
      await act(saveLoad, { groupId, teachers: own(teachers), hours: own(hours) });
    }
    await tell(count);
  };
}
