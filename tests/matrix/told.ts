import type { ActorName } from '../support/matrix-actors';
import type { Place } from '../support/matrix-places';
import type { MatrixWorld } from '../support/matrix-world';

const groups = {
  isp: ['Давлетшина', 'Абдуллин', 'Иванов', 'Горшков', 'Петров', 'Сафин'],
  pkd: ['Давлетшин', 'Чернова', 'Сафин'],
  bd: ['Юсупов', 'Шакиров'],
};
/** Nobody asked for the third group but its curator. */
const bothGroups = [...new Set([...groups.isp, ...groups.pkd])];
const everyGroup = [...new Set([...bothGroups, ...groups.bd])];
const nobody: string[] = [];

/** Whose names an actor meets anywhere in the matrix. */
export const studentsOf: Record<ActorName, readonly string[]> = {
  anonymous: nobody,
  teacher: groups.isp,
  curator: groups.bd,
  deputyDirector: everyGroup,
  director: everyGroup,
  departmentHead: groups.isp,
  studyOffice: everyGroup,
  secretary: everyGroup,
  timetableDispatcher: nobody,
  methodist: bothGroups,
  admin: everyGroup,
  student: ['Давлетшина'],
  parent: ['Давлетшина'],
  observer: nobody,
  blocked: nobody,
  mustChange: nobody,
  expiredSubstitute: nobody,
  formerCurator: nobody,
  deniedParent: nobody,
  /** A parent’s slip names all the children, also one of another group. */
  teacherCurator: [...groups.isp, 'Давлетшин'],
  ownParentTeacher: groups.isp,
};

/**
 * Planted texts that an actor reads. Homework of one's own stands in journal and diary, the comment of a mark in the diary;
 * the note of an absence nowhere yet; telephones and e-mail addresses on personal cards, in the list of staff and on a parent's own page. Nobody ever
 * reads a password's hash.
 */
export function canariesOf(world: MatrixWorld, actor: ActorName): string[] {
  const contacts = (contactsOf[actor] ?? []).flatMap((name) => [`CNRY-${name}-email`, `CNRY-${name}-phone`]);
  return [...written(world, actor), ...contacts].sort();
}

/** The staff, whose contacts are kept by those who enter people. */
const staff = [
  ...['anton', 'azat', 'denis', 'gulnara', 'irina', 'lena', 'liliya', 'marat', 'nadezhda', 'observer', 'olga'],
  ...['rinat', 'rustem', 'sergey', 'tatyana', 'venera', 'yulia', 'zulfiya'],
];

/** Whose contacts an actor reads: of the own students and their parents, where cards are read of any student. */
const contactsOf: Partial<Record<ActorName, readonly string[]>> = {
  ...{ curator: ['damir'], teacherCurator: ['alina', 'renata'], departmentHead: ['alina', 'renata'] },
  ...{ deputyDirector: ['alina', 'renata', 'mira'], director: ['alina', 'renata', 'mira'] },
  ...{ studyOffice: ['alina', 'renata', 'mira', ...staff], secretary: ['alina', 'renata', 'mira', ...staff] },
  admin: staff,
  ...{ parent: ['alina', 'renata'], ownParentTeacher: ['timur', 'azat'] },
};

function written(world: MatrixWorld, actor: ActorName): string[] {
  const text = ({ studentId }: Place, kind: 'homework' | 'comment') => `CNRY-${studentId}-${kind}`;
  const [own, foreign] = [world.place(actor, 'own'), world.place('director', 'foreign')];
  if (managers.includes(actor)) return [text(own, 'homework'), text(foreign, 'homework')].sort();
  if (diaryReaders.includes(actor)) return [text(own, 'comment'), text(own, 'homework')];
  if (actor === 'ownParentTeacher') return [text(world.place('teacher', 'own'), 'homework')];
  return actor === 'teacher' || actor === 'departmentHead' ? [text(own, 'homework')] : [];
}

/** Everybody reads the own login on the own page; whoever gives access reads those of whom he gives it to. */
export async function loginsOf({ owner, persons, place }: MatrixWorld, actor: ActorName): Promise<string[]> {
  if (actor === 'anonymous' || actor === 'blocked') return [];
  const own = { personId: persons[actor] };
  const student = { enrollments: { some: { groupId: Number(place(actor, 'own').groupId), endsOn: null } } };
  const inGroup = { person: { staff: null, OR: [{ student }, { guardianOf: { some: { student } } }] } };
  const where = actor === 'admin' ? {} : givers.includes(actor) ? { OR: [own, inGroup] } : own;
  const rows = await owner.account.findMany({ where, select: { login: true } });
  return rows.map(({ login }) => login).sort();
}

const givers: readonly ActorName[] = ['curator', 'teacherCurator'];

export const isLogin = (canary: string): boolean => canary.endsWith('-login');

const managers: readonly ActorName[] = ['deputyDirector', 'director', 'studyOffice', 'methodist'];
const diaryReaders: readonly ActorName[] = ['curator', 'teacherCurator', 'student', 'parent'];
