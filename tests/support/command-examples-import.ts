import type { Example } from './command-example';
import { csv, importDesk } from './import-desk';
import type { World } from './world';

/** Imports of the deputy director that wait: one to be confirmed, one to be written, one to be given up; for each round. */
export type WaitingImports = { checked: number[]; writing: number[]; spare: number[] };

const rounds = [1, 2] as const;
const courses = (name: string) => csv(['Наименование', 'Вид'], [[name, 'дисциплина']]);

export async function prepareImports(world: World): Promise<WaitingImports> {
  const desk = importDesk(world);
  const waiting: WaitingImports = { checked: [], writing: [], spare: [] };
  for (const n of rounds) {
    for (const state of ['checked', 'writing', 'spare'] as const) {
      const { id } = await desk.check('nadezhda', 'courses', courses(`Курс ${state} ${n}`));
      if (state === 'writing') await desk.confirm('nadezhda', id);
      waiting[state].push(id);
    }
  }
  return waiting;
}

/** Tables that are brought and taken. */
export function importExamples({ people }: World, { imports }: { imports: WaitingImports }, n: number): Example[] {
  const at = n - 1;
  const file = { name: 'дисциплины.csv', key: `import-of-the-tests-${n}_`, hash: 'a'.repeat(64), pasted: false };
  const contacts = { phone: '+79171234567', email: `timur${n}@example.ru`, snils: '112-233-445 95' };
  return [
    { name: 'import.begin', who: 'nadezhda', input: { kind: 'courses', ...file } },
    { name: 'import.confirm', who: 'nadezhda', input: { runId: imports.checked[at] } },
    { name: 'import.carry-out', who: 'nadezhda', input: { runId: imports.writing[at] } },
    { name: 'import.discard', who: 'nadezhda', input: { runId: imports.spare[at] } },
    { name: 'import.export', who: 'nadezhda', input: { kind: 'courses', format: 'csv' } },
    { name: 'people.complete', who: 'olga', input: { people: [{ personId: people.timur, ...contacts }] } },
    {
      name: 'curriculum.enter-courses',
      who: 'nadezhda',
      input: { courses: [{ name: `Курс ${n}`, kind: 'discipline' }] },
    },
  ];
}
