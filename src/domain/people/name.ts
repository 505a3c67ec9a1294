import type { LocalDate } from '../types';

export type PersonName = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
};

/** «Иванов Артём Викторович» */
export function fullName({ lastName, firstName, middleName }: PersonName): string {
  return [lastName, firstName, middleName].filter(Boolean).join(' ');
}

/** «Иванов А. В.»; a hyphenated first name gives «А.-М.» */
export function nameWithInitials({ lastName, firstName, middleName }: PersonName): string {
  return [lastName, initial(firstName), middleName ? initial(middleName) : ''].filter(Boolean).join(' ');
}

/** «Иванов Артём»: the name in lists of a group. */
export function shortName({ lastName, firstName }: PersonName): string {
  return `${lastName} ${firstName}`;
}

function initial(name: string): string {
  return name
    .split('-')
    .map((part) => `${part.slice(0, 1).toUpperCase()}.`)
    .join('-');
}

export type NamedPerson = PersonName & { readonly id: number; readonly birthDate: LocalDate | null };

/** Short names of a list by id; namesakes get the patronymic's initial, then the patronymic, then the year of birth. */
export function distinctNames(people: readonly NamedPerson[]): Map<number, string> {
  const forms: readonly ((person: NamedPerson) => string)[] = [
    shortName,
    (person) => [shortName(person), person.middleName ? initial(person.middleName) : ''].filter(Boolean).join(' '),
    fullName,
    (person) => `${fullName(person)}${person.birthDate ? `, ${person.birthDate.slice(0, 4)} г. р.` : ''}`,
  ];
  const names = new Map<number, string>();
  let unsettled = people;
  for (const form of forms) {
    const bearers = new Map<string, number>();
    for (const person of unsettled) {
      const name = form(person);
      names.set(person.id, name);
      bearers.set(name, (bearers.get(name) ?? 0) + 1);
    }
    unsettled = unsettled.filter((person) => (bearers.get(form(person)) ?? 0) > 1);
  }
  return names;
}

const collator = new Intl.Collator('ru', { sensitivity: 'variant' });

/** Order of paper lists: surname, name, patronymic by the Russian alphabet (Ё beside Е); equal names by id. */
export function compareNames(one: NamedPerson, other: NamedPerson): number {
  return (
    collator.compare(one.lastName, other.lastName) ||
    collator.compare(one.firstName, other.firstName) ||
    collator.compare(one.middleName ?? '', other.middleName ?? '') ||
    one.id - other.id
  );
}

/** Titles in alphabetical order, as courses stand in the hard copy (S0 П2.4); numbers inside compare by value. */
export function compareTitles(one: string, other: string): number {
  return titleCollator.compare(one, other);
}

const titleCollator = new Intl.Collator('ru', { sensitivity: 'variant', numeric: true });
