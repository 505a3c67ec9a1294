import { fullName } from '@/domain/people/name';
import { fail, type Line } from '../../kind';
import { type KnownPerson, nameKeyOf } from '../known-people';
import { nameOf } from '../plan-people';
import type { StudentColumns } from './columns';
import { birthKey, type StudentsWorld } from './students-world';

/**
 * Whom a row is about: by СНИЛС, else by the number of the record book, else by name and birthday. Null for somebody new;
 * undefined when the row contradicts what is known, which is said in it.
 */
export function findStudent(line: Line<StudentColumns>, world: StudentsWorld): KnownPerson | null | undefined {
  const { snils, recordNumber, birthDate } = line.values;
  const name = nameOf(line.values);
  const bySnils = snils ? world.bySnils.get(snils)?.[0] : undefined;
  const byRecord = recordNumber ? world.byRecord.get(recordNumber)?.[0] : undefined;
  const namesakes = world.byBirth.get(birthKey(name, birthDate)) ?? [];
  if (!bySnils && !byRecord && namesakes.length > 1) {
    fail(
      line,
      'lastName',
      'В базе несколько людей с этим именем и днём рождения: укажите СНИЛС или номер зачётной книжки',
    );
    return undefined;
  }
  const person = bySnils ?? byRecord ?? namesakes[0] ?? null;
  if (!person) return null;
  if (byRecord && byRecord.id !== person.id)
    return deny(line, 'recordNumber', `Номер уже у другого: ${fullName(byRecord)}`);
  const sameBirth = birthDate === null || person.birthDate === null || person.birthDate === birthDate;
  if (nameKeyOf(person) !== nameKeyOf(name) || !sameBirth) {
    const born = person.birthDate ? `, ${person.birthDate.split('-').reverse().join('.')}` : '';
    return deny(line, bySnils ? 'snils' : 'recordNumber', `Так записан другой человек: ${fullName(person)}${born}`);
  }
  if (recordNumber && person.recordNumber && person.recordNumber !== recordNumber)
    return deny(line, 'recordNumber', `У студента другой номер: ${person.recordNumber}`);
  if (snils && person.snils && person.snils !== snils)
    return deny(line, 'snils', 'У этого человека записан другой СНИЛС');
  return person;
}

function deny(line: Line<StudentColumns>, column: keyof StudentColumns & string, text: string): undefined {
  fail(line, column, text);
  return undefined;
}
