import type { Answer } from './matrix-http';
import { readable } from './matrix-http';
import type { MatrixWorld } from './matrix-world';

/** Who and what an answer tells of: planted canaries, surnames of students by group, and things nobody may ever read. */
export type Told = { canaries: Set<string>; students: Set<string>; tokens: Set<string> };

export type SecretReader = (answer: Answer) => Promise<Told>;

/** Makes a reader that knows every canary, student and token of the world. */
export async function secretReader({ owner, tokens }: MatrixWorld): Promise<SecretReader> {
  const students = await owner.student.findMany({ select: { person: { select: { lastName: true } } } });
  const names = [...new Set(students.map(({ person }) => person.lastName))];
  const name = new RegExp(`(?<![А-Яа-яёЁ])(?:${names.join('|')})(?![а-яё])`, 'g');
  return async (answer) => {
    const text = await readable(answer);
    return {
      canaries: new Set([...text.matchAll(/CNRY-[\w-]+/gi)].map(([canary]) => canary)),
      students: new Set([...text.matchAll(name)].map(([found]) => found)),
      tokens: new Set(tokens.filter((token) => text.includes(token))),
    };
  };
}

export function addTold(sum: Told, told: Told): void {
  for (const kind of ['canaries', 'students', 'tokens'] as const) for (const one of told[kind]) sum[kind].add(one);
}

export const nothingTold = (): Told => ({ canaries: new Set(), students: new Set(), tokens: new Set() });
