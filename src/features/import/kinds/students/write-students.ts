import { enrolStudents } from '@/features/groups/enrol-students';
import { registerStudents } from '@/features/people/register-students';
import type { Act, Line, Writing } from '../../kind';
import { idOf, type PeoplePlan, type PlannedPerson, portions } from '../plan-people';
import type { StudentColumns } from './columns';
import type { GuardianPlan } from './plan-guardians';

/** What an order of enrolment says of a row. */
export type Enrolment = { groupId: number; startsOn: string; number: string; date: string };

type PlannedStudent = {
  line: Line<StudentColumns>;
  person: PlannedPerson;
  isNew: boolean;
  enrolment: Enrolment | null;
};
type Plan = { people: PeoplePlan; students: readonly PlannedStudent[]; guardians: GuardianPlan };

/** People, record books, orders, parents: each by its own command, in portions. */
export function writeStudents({ people, students, guardians }: Plan): Writing {
  return async (act, tell) => {
    await people.write(act);
    for (const { line, person } of students) line.verdict.recordId = person.id;
    await tell(Math.floor(students.length / 4));
    const added = students.filter(({ isNew }) => isNew);
    for (const part of portions(added, 5000)) {
      const rows = part.map(({ line, person }) => ({ personId: idOf(person), recordNumber: line.values.recordNumber }));
      await act(registerStudents, { students: rows });
    }
    await tell(Math.floor(students.length / 2));
    await enrol(act, students);
    await tell(Math.floor((students.length * 3) / 4));
    await guardians.write(act);
    await tell(students.length);
  };
}

/** One order as often as it has groups and first days. */
async function enrol(act: Act, students: readonly PlannedStudent[]): Promise<void> {
  const orders = new Map<string, Enrolment & { studentIds: number[] }>();
  for (const { enrolment, person } of students) {
    if (!enrolment) continue;
    const key = JSON.stringify(enrolment);
    const order = orders.get(key) ?? { ...enrolment, studentIds: [] };
    orders.set(key, order);
    order.studentIds.push(idOf(person));
  }
  const whole = [...orders.values()].flatMap(({ studentIds, ...order }) =>
    portions(studentIds, 200).map((part) => ({ ...order, subject: 'О зачислении', studentIds: part })),
  );
  for (const part of portions(whole, 200)) await act(enrolStudents, { orders: part });
}
