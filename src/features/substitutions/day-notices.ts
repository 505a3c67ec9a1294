import type { LocalDate } from '@/domain/types';
import type { NoticeDraft } from '@/features/notices/publish-notices';
import { shortDate, weekday } from '@/texts/format';

export type ChangedLesson = {
  groupId: number;
  subgroupId: number | null;
  group: string;
  subgroup: string | null;
  course: string;
  date: LocalDate;
  classPeriod: number;
};

/** «24.11, вторник, 3-я пара, ИСП-25-1: замена» and what is to be known of it; the reason of somebody's absence is not told. */
export function dayNotice(
  lesson: ChangedLesson,
  { what, text, until, personIds }: { what: string; text: string; until: LocalDate; personIds: readonly number[] },
): NoticeDraft {
  const { groupId, subgroupId, date, classPeriod } = lesson;
  const who = lesson.subgroup === null ? lesson.group : `${lesson.group}, ${lesson.subgroup}`;
  return {
    title: `${shortDate(date)}, ${weekday(date)}, ${classPeriod}-я пара, ${who}: ${what}`,
    text,
    shownUntil: until,
    groups: [{ groupId, subgroupId }],
    personIds,
  };
}
