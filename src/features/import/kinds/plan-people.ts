import { completePeople } from '@/features/people/complete-people';
import { registerPeople } from '@/features/people/register-people';
import { parsePhone } from '@/tabular/values/phone';
import type { Act, Verdict } from '../kind';
import type { KnownPerson } from './known-people';
import type { FullName } from './person-columns';

/** The three parts of a row's name. */
export function nameOf(values: {
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
}): FullName {
  return { lastName: values.lastName ?? '', firstName: values.firstName ?? '', middleName: values.middleName };
}

/** Somebody who is in the college already, or will be when the import is written. */
export type PlannedPerson = { id: number | null };

export type NewPerson = FullName & {
  sex: 'male' | 'female';
  birthDate: string | null;
  phone: string | null;
  email: string | null;
  snils: string | null;
};

type Contacts = { phone: string | null; email: string | null; snils: string | null };

/** A contact as the columns would read it: whoever typed it before may have typed it otherwise. */
export function plainContact(key: keyof Contacts, text: string | null): string | null {
  if (text === null || key === 'snils') return text;
  if (key === 'email') return text.trim().toLowerCase();
  const parsed = parsePhone(text);
  return 'value' in parsed ? parsed.value : text;
}

const contactWords = { phone: 'телефон', email: 'почта', snils: 'СНИЛС' } as const;

/** Collects people of an import, so that they are registered and completed by two commands, whatever their number. */
export class PeoplePlan {
  private readonly added: { person: NewPerson; planned: PlannedPerson }[] = [];
  private readonly completed = new Map<number, Contacts & { personId: number }>();

  add(person: NewPerson): PlannedPerson {
    const planned: PlannedPerson = { id: null };
    this.added.push({ person, planned });
    return planned;
  }

  /** Notes what the row knows more or otherwise. @returns whether there is such a thing */
  complete(person: KnownPerson, { phone, email, snils }: Contacts, verdict: Verdict, whose = ''): boolean {
    const given = { phone, email, snils };
    const news = (['phone', 'email', 'snils'] as const).filter(
      (key) => given[key] !== null && given[key] !== plainContact(key, person[key]),
    );
    for (const key of news)
      verdict.notes.push(`${contactWords[key]}${whose} ${person[key] ? 'изменится' : 'добавится'}`);
    if (news.length === 0) return false;
    const before = this.completed.get(person.id) ?? { personId: person.id, phone: null, email: null, snils: null };
    const changes = Object.fromEntries(news.map((key) => [key, given[key]]));
    this.completed.set(person.id, { ...before, ...changes });
    return true;
  }

  async write(act: Act): Promise<void> {
    for (const part of portions(this.added, 5000)) {
      const { ids } = await act(registerPeople, { people: part.map(({ person }) => person) });
      for (const [place, { planned }] of part.entries()) planned.id = ids[place] ?? null;
    }
    for (const people of portions([...this.completed.values()], 5000)) await act(completePeople, { people });
  }
}

/** The id of somebody who is registered by now. */
export function idOf({ id }: PlannedPerson): number {
  if (id === null) throw new Error('a person is not registered yet');
  return id;
}

/** As many at a time as a command takes. */
export function portions<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, part) =>
    items.slice(part * most, (part + 1) * most),
  );
}
