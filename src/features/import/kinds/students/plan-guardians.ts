import { linkGuardians } from '@/features/people/link-guardians';
import { type Act, fail, type Line } from '../../kind';
import { type KnownPerson, nameKeyOf } from '../known-people';
import { type FullName, sexOf } from '../person-columns';
import { idOf, type PeoplePlan, type PlannedPerson, plainContact, portions } from '../plan-people';
import type { StudentColumns } from './columns';
import type { StudentsWorld } from './students-world';

type StudentLine = Line<StudentColumns>;
type Parent = { name: FullName; relation: string | null; phone: string | null; email: string | null };

const fathers = /^(отец|папа|отчим|дедушка|дед|дядя|брат)$/i;
const mothers = /^(мать|мама|мачеха|бабушка|тётя|тетя|сестра)$/i;

/**
 * Parents of the rows: the one of that name who is the student's already; else somebody of that name and telephone, as
 * siblings have; else somebody new.
 */
export class GuardianPlan {
  private readonly links: { guardian: PlannedPerson; student: PlannedPerson; relation: string; startsOn: string }[] =
    [];
  /** New parents of this file by name and telephone: siblings share them. */
  private readonly added = new Map<string, PlannedPerson>();

  constructor(
    private readonly world: StudentsWorld,
    private readonly people: PeoplePlan,
    private readonly today: string,
  ) {}

  judge(line: StudentLine, known: KnownPerson | null, student: PlannedPerson): void {
    const { values } = line;
    this.one(line, known, student, '1', {
      name: values.parent1,
      relation: values.relation1,
      phone: values.parentPhone1,
      email: values.parentEmail1,
    });
    this.one(line, known, student, '2', {
      name: values.parent2,
      relation: values.relation2,
      phone: values.parentPhone2,
      email: values.parentEmail2,
    });
  }

  private one(
    line: StudentLine,
    known: KnownPerson | null,
    student: PlannedPerson,
    ordinal: '1' | '2',
    { name, ...rest }: Omit<Parent, 'name'> & { name: FullName | null },
  ): void {
    if (!name) {
      if (rest.phone || rest.email || rest.relation) fail(line, `parent${ordinal}`, 'Не заполнено имя родителя');
      return;
    }
    const own = known ? this.ownGuardian(known, name) : undefined;
    const other = own ?? this.byPhone(name, rest.phone);
    if (other) {
      const contacts = { phone: rest.phone, email: rest.email, snils: null };
      const changed = this.people.complete(other, contacts, line.verdict, ` родителя ${ordinal}`);
      if (changed && line.verdict.fate === 'same') line.verdict.fate = 'changed';
      if (own) return;
    }
    const guardian = other ?? this.newGuardian(line, ordinal, { name, ...rest });
    if (!guardian) return;
    if (known && line.verdict.fate === 'same') line.verdict.fate = 'changed';
    if (known) line.verdict.notes.push(`родитель ${ordinal} добавится`);
    const startsOn = line.values.startsOn && line.values.startsOn < this.today ? line.values.startsOn : this.today;
    this.links.push({ guardian, student, relation: rest.relation ?? 'родитель', startsOn });
  }

  private ownGuardian(student: KnownPerson, name: FullName): KnownPerson | undefined {
    const guardians = this.world.guardians.get(student.id) ?? [];
    return this.world.byName.get(nameKeyOf(name))?.find(({ id }) => guardians.includes(id));
  }

  private byPhone(name: FullName, phone: string | null): KnownPerson | undefined {
    return phone === null
      ? undefined
      : this.world.byName.get(nameKeyOf(name))?.find((person) => plainContact('phone', person.phone) === phone);
  }

  private newGuardian(
    line: StudentLine,
    ordinal: '1' | '2',
    { name, relation, phone, email }: Parent,
  ): PlannedPerson | null {
    const key = `${nameKeyOf(name)} ${phone ?? `${line.place}`}`;
    const sibling = this.added.get(key);
    if (sibling) return sibling;
    const sex = sexOf(name) ?? (fathers.test(relation ?? '') ? 'male' : mothers.test(relation ?? '') ? 'female' : null);
    if (!sex) {
      fail(line, `relation${ordinal}`, 'Напишите «мать» или «отец»: по имени не понять');
      return null;
    }
    const planned = this.people.add({ ...name, sex, birthDate: null, phone, email, snils: null });
    this.added.set(key, planned);
    return planned;
  }

  async write(act: Act): Promise<void> {
    for (const part of portions(this.links, 5000)) {
      const links = part.map(({ guardian, student, ...link }) => ({
        ...link,
        guardianId: idOf(guardian),
        studentId: idOf(student),
      }));
      await act(linkGuardians, { links });
    }
  }
}
