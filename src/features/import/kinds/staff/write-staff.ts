import { employStaff } from '@/features/people/employ-staff';
import type { StaffRole } from '@/features/people/staff-roles';
import type { Line, Writing } from '../../kind';
import { idOf, type PeoplePlan, type PlannedPerson, portions } from '../plan-people';
import type { StaffColumns } from './columns';

/** Somebody who becomes a member of the staff, with all positions of the file. */
export type Employment = {
  person: PlannedPerson;
  hiredOn: string;
  positions: { role: StaffRole; title: string; departmentId: number | null; startsOn: string }[];
  lines: Line<StaffColumns>[];
};

export function writeStaff(people: PeoplePlan, employments: readonly Employment[]): Writing {
  return async (act, tell) => {
    await people.write(act);
    for (const { lines, person } of employments) for (const line of lines) line.verdict.recordId = person.id;
    for (const part of portions(employments, 1000)) {
      const staff = part.map(({ person, hiredOn, positions }) => ({ personId: idOf(person), hiredOn, positions }));
      await act(employStaff, { staff });
    }
    await tell(employments.length);
  };
}
