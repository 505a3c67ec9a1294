import { demand, fail, isSound, type Line, type Setting, type Writing } from '../../kind';
import type { KnownPerson } from '../known-people';
import { sexOf } from '../person-columns';
import { nameOf, PeoplePlan, type PlannedPerson } from '../plan-people';
import { missing, textKey } from '../text-key';
import type { StudentColumns } from './columns';
import { findStudent } from './find-student';
import { GuardianPlan } from './plan-guardians';
import { orderKey, readStudentsWorld, type StudentsWorld } from './students-world';
import { type Enrolment, writeStudents } from './write-students';

type StudentLine = Line<StudentColumns>;

/** Judges rows of students with their parents; see the kind's sentence for how they find their records. */
export async function judgeStudents({ tx, today }: Setting, lines: readonly StudentLine[]): Promise<Writing> {
  const world = await readStudentsWorld(tx, lines);
  const people = new PeoplePlan();
  const guardians = new GuardianPlan(world, people, today);
  const firsts = new Map<string, number>();
  const students: { line: StudentLine; person: PlannedPerson; isNew: boolean; enrolment: Enrolment | null }[] = [];
  for (const line of lines) {
    if (isRepeat(line, firsts)) continue;
    const known = findStudent(line, world);
    const enrolment = judgeEnrolment(line, known ?? null, world, today);
    if (known === undefined || !isSound(line)) continue;
    const person = known ?? addStudent(line, people);
    if (!person) continue;
    if (known) completeStudent(line, known, people);
    const isNew = !known?.studentId;
    if (isNew || enrolment) line.verdict.fate = 'new';
    if (known && isNew) line.verdict.notes.push('человек уже есть в базе и станет студентом');
    if (known && !isNew && enrolment) line.verdict.notes.push('студент уже есть в базе и будет зачислен');
    line.verdict.recordId = known?.id ?? null;
    students.push({ line, person, isNew, enrolment });
    guardians.judge(line, known, person);
  }
  return writeStudents({ people, students, guardians });
}

/** A person twice in the file: only by the record book or СНИЛС could they be two. */
function isRepeat(line: StudentLine, firsts: Map<string, number>): boolean {
  const { snils, recordNumber, birthDate } = line.values;
  const { lastName, firstName, middleName } = nameOf(line.values);
  const keys = [
    ['lastName', textKey(`${lastName} ${firstName} ${middleName ?? ''} ${birthDate ?? ''}`)],
    ['snils', snils && `snils ${snils}`],
    ['recordNumber', recordNumber && `record ${recordNumber}`],
  ] as const;
  for (const [column, key] of keys) {
    if (!key) continue;
    const first = firsts.get(key);
    if (first !== undefined) fail(line, column, `Повтор строки ${first}`);
    else firsts.set(key, line.place);
  }
  return !isSound(line);
}

function addStudent(line: StudentLine, people: PeoplePlan): PlannedPerson | null {
  const { values } = line;
  const name = nameOf(values);
  const sex = values.sex ?? sexOf(name);
  demand(line, 'birthDate', 'Не заполнено');
  if (!sex) fail(line, 'sex', 'Не заполнено, а по отчеству не понять');
  if (!sex || !isSound(line)) return null;
  const { birthDate, phone, email, snils } = values;
  return people.add({ ...name, sex, birthDate, phone, email, snils });
}

function completeStudent(line: StudentLine, known: KnownPerson, people: PeoplePlan): void {
  const { phone, email, snils } = line.values;
  if (people.complete(known, { phone, email, snils }, line.verdict)) line.verdict.fate = 'changed';
}

/** The enrolment that the row asks for; null when it is there already. What contradicts is said in the row. */
function judgeEnrolment(
  line: StudentLine,
  known: KnownPerson | null,
  world: StudentsWorld,
  today: string,
): Enrolment | null {
  const { group: groupName, birthDate } = line.values;
  const group = world.groups.get(textKey(groupName ?? ''));
  if (!group) {
    fail(line, 'group', missing('Группы', groupName ?? '', world.groupNames));
    return null;
  }
  const stays = known ? (world.stays.get(known.id) ?? []) : [];
  const open = stays.find(({ endsOn }) => endsOn === null || endsOn >= today);
  if (open && open.groupId === group.id) return null;
  if (open) fail(line, 'group', `Числится в группе ${open.group}: для перевода нужен приказ о переводе`);
  else if (stays[0])
    fail(line, 'group', `Числился в группе ${stays[0].group}: для возвращения нужен приказ о восстановлении`);
  const why = 'Не заполнено: новому студенту нужен приказ о зачислении';
  const startsOn = demand(line, 'startsOn', why);
  const number = demand(line, 'orderNumber', why);
  const date = demand(line, 'orderDate', why);
  if (!startsOn || !number || !date) return null;
  if (group.lockedUntil && startsOn <= group.lockedUntil)
    fail(line, 'startsOn', `Учебный период группы закрыт по ${group.lockedUntil.split('-').reverse().join('.')}`);
  if (date > startsOn) fail(line, 'orderDate', 'Приказ датирован позже зачисления');
  if (birthDate && startsOn < `${Number(birthDate.slice(0, 4)) + 12}${birthDate.slice(4)}`)
    fail(line, 'birthDate', 'Студенту меньше двенадцати лет');
  const order = world.orders.get(orderKey(number, date));
  if (order && order.kind !== 'enrollment') fail(line, 'orderNumber', 'Приказ с этим номером и датой не о зачислении');
  return { groupId: group.id, startsOn, number, date };
}
