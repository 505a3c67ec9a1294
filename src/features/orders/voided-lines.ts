import { nameWithInitials } from '@/domain/people/name';
import type { Voided } from '@/features/journal/void-groundless';
import type { Db } from '@/server/db';
import { counted } from '@/texts/plural';

/** What one student loses by an order dated back, in words. */
export type VoidedLine = { studentId: number; name: string; words: string };

export async function speakVoided(tx: Db, voided: readonly Voided[]): Promise<VoidedLine[]> {
  if (voided.length === 0) return [];
  const people = await tx.person.findMany({
    where: { id: { in: voided.map(({ studentId }) => studentId) } },
    select: { id: true, lastName: true, firstName: true, middleName: true },
  });
  const names = new Map(people.map((person) => [person.id, nameWithInitials(person)]));
  return voided.map((line) => ({
    studentId: line.studentId,
    name: names.get(line.studentId) ?? '',
    words: voidedInWords(line),
  }));
}

/** «3 отметки, 5 записей о посещаемости» */
function voidedInWords({ marks, attendance, homework, grades }: Voided): string {
  const parts = [
    marks > 0 && counted(marks, 'отметка', 'отметки', 'отметок'),
    attendance > 0 && `${counted(attendance, 'запись', 'записи', 'записей')} о посещаемости`,
    homework > 0 && counted(homework, 'личное задание', 'личных задания', 'личных заданий'),
    grades > 0 && counted(grades, 'итоговая', 'итоговые', 'итоговых'),
  ];
  return parts.filter(Boolean).join(', ');
}
