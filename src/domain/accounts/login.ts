import { transliterate } from './transliterate';

type Name = { lastName: string; firstName: string; middleName: string | null };

/** What may be a login: Latin letters, digits, dot, dash, underscore; 3–60 signs. */
export const loginPattern = /^[a-z0-9._-]{3,60}$/;

/** «abdullin.tm» of «Абдуллин Тимур Маратович»: what a login begins as. */
export function loginBase({ lastName, firstName, middleName }: Name): string {
  const latin = (text: string) => transliterate(text.toLowerCase().replaceAll('ё', 'е')).replaceAll(/[^a-z0-9]/g, '');
  const first = (text: string | null) => latin(text ?? '').slice(0, 1);
  const surname = latin(lastName).slice(0, 40) || 'user';
  return `${surname}.${first(firstName)}${first(middleName)}`.replace(/\.$/, '').padEnd(3, '0');
}

/** The base, or the base with the least number that nobody has yet; the taken set learns it. */
export function freeLogin(base: string, taken: Set<string>): string {
  let login = base;
  for (let number = 2; taken.has(login); number += 1) login = `${base}${number}`;
  taken.add(login);
  return login;
}
