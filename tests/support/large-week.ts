import { generateLarge } from '@prisma-seed/large/generate';
import { seedReference } from '@prisma-seed/reference';
import type { PrismaClient } from '@/server/prisma/client';
import type { TestDatabase } from './clone';

/** The dispatcher of the college made here, by person. */
export const dispatcher = 3;

/**
 * A college whose first semester of 2026 stands in the weeks and in no calendar yet: ten courses a group, two places a week each,
 * 60 hours of the plan, so that 300 lessons wait to be laid. Nobody is in two places: a group's courses have teachers of their own.
 */
export async function prepareWeeks({ ownerUrl }: TestDatabase, owner: PrismaClient, groups: number): Promise<void> {
  await seedReference(ownerUrl);
  await generateLarge(ownerUrl, { groups, firstYear: 2026, lastYear: 2026, from: '2026-09-02', until: '2026-09-01' });
  await owner.$executeRaw`UPDATE section_period SET planned_hours = 60`;
  await owner.$executeRaw`INSERT INTO staff_position (staff_id, role, title, starts_on)
    VALUES (${dispatcher}, 'timetableDispatcher', 'диспетчер', '2015-08-01')`;
  await owner.$executeRaw`
    INSERT INTO timetable_entry (section_id, weekday, class_period, parity, room, starts_on, ends_on)
    SELECT s.id, 1 + k % 6, 1 + k / 6, 'every', (100 + s.group_id)::text, p.starts_on, p.ends_on
    FROM (SELECT c.id, c.group_id, c.year_id, row_number() OVER (PARTITION BY c.group_id ORDER BY c.id) - 1 AS place FROM course_section c) s
      JOIN academic_period p ON p.year_id = s.year_id AND p.ordinal = 1
      CROSS JOIN LATERAL (SELECT (s.place + turn * 10)::int AS k FROM generate_series(0, 1) AS turn) t`;
}
