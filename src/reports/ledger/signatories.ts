import type { Role } from '@/access/permissions';
import { nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

/** Who held a position on a day, «Орлов С. Н.»; empty when nobody did. The longest in office signs. */
export async function currentMaster(tx: Db, role: Role, on: LocalDate): Promise<string> {
  const day = new Date(on);
  const found = await tx.staffPosition.findFirst({
    where: { role, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    select: { staff: { select: { person: { select: { lastName: true, firstName: true, middleName: true } } } } },
  });
  return found ? nameWithInitials(found.staff.person) : '';
}

/** Who led a group on a day; empty when nobody did. */
export async function curatorOf(tx: Db, groupId: number, on: LocalDate): Promise<string> {
  const day = new Date(on);
  const found = await tx.curatorship.findFirst({
    where: { groupId, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
    select: { staff: { select: { person: { select: { lastName: true, firstName: true, middleName: true } } } } },
  });
  return found ? nameWithInitials(found.staff.person) : '';
}
