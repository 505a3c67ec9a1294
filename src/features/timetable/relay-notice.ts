import { addDays } from '@/domain/calendar/local-date';
import type { Relay } from '@/domain/timetable/relay';
import type { LocalDate } from '@/domain/types';
import type { NoticeDraft } from '@/features/notices/publish-notices';
import type { Db } from '@/server/db';
import { fullDate } from '@/texts/format';
import type { ReadRelay } from './read-relay';

/** What a group and its teachers are told after a laying that moved lessons; null when none moved. */
export async function relayNotice(
  tx: Db,
  { groupId, from }: { groupId: number; from: LocalDate },
  { add, remove }: Relay,
  { plan, sections }: ReadRelay,
): Promise<NoticeDraft | null> {
  const gone = plan.lessons.filter(({ id }) => remove.includes(id));
  const moved = [...add, ...gone];
  if (moved.length === 0) return null;
  const since = moved.map(({ date }) => date).sort()[0] ?? from;
  const touched = new Set(moved.map(({ sectionId }) => sectionId));
  const courses = [...new Set(sections.flatMap((one) => (touched.has(one.sectionId) ? [one.course] : [])))];
  const group = await tx.studentGroup.findUniqueOrThrow({ where: { id: groupId }, select: { name: true } });
  return {
    title: `Расписание группы ${group.name} изменено с ${fullDate(since)}`,
    text: `Изменились занятия: ${courses.join(', ')}.`,
    shownUntil: addDays(since, 7),
    groups: [{ groupId, subgroupId: null }],
    personIds: [...new Set(moved.map(({ teacherId }) => teacherId))],
  };
}
