import type { GroupScope } from '@/access/people-scope';
import { Prisma } from '@/server/prisma/client';

/** A condition on the row `g` of `student_group`. */
export function inScope({ every, groups, departments }: GroupScope): Prisma.Sql {
  return Prisma.sql`(${every} OR g.id = ANY (${groups}::int[]) OR g.department_id = ANY (${departments}::int[]))`;
}
