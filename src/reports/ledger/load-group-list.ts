import { compareNames, fullName } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { fullDate } from '@/texts/format';
import { closedRowLabels } from '@/texts/labels';
import type { LedgerData } from './ledger-data';

const localDate = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** «Список группы»: everybody who was in the group on a day of the interval, with the orders that moved them (R-032, R-138). */
export async function loadGroupList(
  tx: Db,
  groupId: number,
  interval: { from: LocalDate; to: LocalDate },
): Promise<LedgerData['students']> {
  const enrollments = await tx.enrollment.findMany({
    where: {
      groupId,
      startsOn: { lte: new Date(interval.to) },
      OR: [{ endsOn: null }, { endsOn: { gte: new Date(interval.from) } }],
    },
    orderBy: { startsOn: 'asc' },
    select: {
      startsOn: true,
      endsOn: true,
      student: {
        select: {
          person: { select: { id: true, lastName: true, firstName: true, middleName: true, birthDate: true } },
        },
      },
      entryOrder: { select: { number: true, date: true } },
      exitOrder: { select: { number: true, kind: true } },
      statuses: { select: { kind: true, startsOn: true, order: { select: { number: true } } } },
    },
  });
  const people = enrollments
    .map(({ student: { person }, ...enrollment }) => ({
      ...person,
      birthDate: person.birthDate ? localDate(person.birthDate) : null,
      enrollment,
    }))
    .sort(compareNames);
  return people.map(({ enrollment, ...person }, index) => ({
    no: index + 1,
    name: fullName(person),
    birthDate: person.birthDate,
    enrolment: `№ ${enrollment.entryOrder.number} от ${fullDate(localDate(enrollment.entryOrder.date))}`,
    movement: movementOf(enrollment, interval),
  }));
}

type Movement = {
  startsOn: Date;
  endsOn: Date | null;
  exitOrder: { number: string; kind: string } | null;
  statuses: { kind: 'academicLeave' | 'homeStudy' | 'familyForm'; startsOn: Date; order: { number: string } }[];
};

function movementOf(
  { startsOn, endsOn, exitOrder, statuses }: Movement,
  interval: { from: LocalDate; to: LocalDate },
): string {
  const parts: string[] = [];
  if (localDate(startsOn) > interval.from) parts.push(`в группе с ${fullDate(localDate(startsOn))}`);
  for (const status of statuses) {
    parts.push(
      `${closedRowLabels[status.kind]} с ${fullDate(localDate(status.startsOn))}, приказ № ${status.order.number}`,
    );
  }
  if (endsOn && localDate(endsOn) < interval.to) {
    const word = exitOrder?.kind === 'transfer' ? closedRowLabels.moved : closedRowLabels.left;
    parts.push(`${word} после ${fullDate(localDate(endsOn))}${exitOrder ? `, приказ № ${exitOrder.number}` : ''}`);
  }
  return parts.join('; ');
}
