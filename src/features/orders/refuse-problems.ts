import type { RollProblem } from '@/domain/contingent/roll';
import { nameWithInitials } from '@/domain/people/name';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { ErrorCode } from '@/texts/errors';
import { fullDate } from '@/texts/format';
import { problemInWords } from './problem-words';

export type StudentProblem = { studentId: number; problem: RollProblem };
export type SpokenProblem = { studentId: number; name: string; words: string };

const named = 5;

/** «приказ № 45-с от 13.10.2026» */
export const orderName = (number: string, date: Date | string): string =>
  `приказ № ${number} от ${fullDate(typeof date === 'string' ? date : date.toISOString().slice(0, 10))}`;

/** Whom an order cannot concern and why, with the names of people and of the orders in the way. */
export async function speakProblems(tx: Db, problems: readonly StudentProblem[]): Promise<SpokenProblem[]> {
  const ids = problems.flatMap(({ problem }) => problem.orderId ?? []);
  const [orders, people] = await Promise.all([
    tx.administrativeOrder.findMany({ where: { id: { in: ids } }, select: { id: true, number: true, date: true } }),
    tx.person.findMany({
      where: { id: { in: problems.map(({ studentId }) => studentId) } },
      select: { id: true, lastName: true, firstName: true, middleName: true },
    }),
  ]);
  const names = new Map(people.map((person) => [person.id, nameWithInitials(person)]));
  const known = new Map(orders.map(({ id, number, date }) => [id, orderName(number, date)]));
  return problems.map(({ studentId, problem }) => ({
    studentId,
    name: names.get(studentId) ?? '',
    words: problemInWords(problem, known.get(problem.orderId ?? 0) ?? null),
  }));
}

/** @throws Refusal DUPLICATE, NOT_ENROLLED or ORDER_REFUSED with the first students and their reasons */
export async function refuseProblems(tx: Db, problems: readonly StudentProblem[]): Promise<void> {
  const [first] = problems;
  if (!first) return;
  const spoken = await speakProblems(tx, problems.slice(0, named));
  const rest = problems.length > named ? `; и ещё ${problems.length - named}` : '';
  const detail = `${spoken.map(({ name, words }) => `${name}: ${words}`).join('; ')}${rest}`;
  throw new Refusal(codeOf(first.problem), { detail });
}

function codeOf({ why }: RollProblem): ErrorCode {
  if (why === 'onRoll') return 'DUPLICATE';
  return why === 'neverStudied' || why === 'notYet' || why === 'left' ? 'NOT_ENROLLED' : 'ORDER_REFUSED';
}
