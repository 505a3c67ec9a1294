import { academicYearOf } from '@/domain/calendar/academic-year';
import { compareTitles } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { Prisma } from '@/server/prisma/client';
import type { DiaryReader } from './diary-reader';
import type { DiaryOwner } from './diary-view';

/** What every statement of the diary reads along: whose diary, the tabs, the regulation in force. */
export type DiaryHead = {
  regulationId: number;
  people: {
    id: number;
    lastName: string;
    firstName: string;
    /** The present or the last group. */
    group: string | null;
    entryYear: number | null;
    until: LocalDate | null;
  }[];
};

/** Pairs of a `json_build_object`, so that the head costs no statement of its own. */
export function headSql({ studentId, tabs }: DiaryReader, today: LocalDate): Prisma.Sql {
  return Prisma.sql`
    'regulationId', (SELECT r.id FROM regulation_version r WHERE r.valid_from <= ${today}::date ORDER BY r.valid_from DESC LIMIT 1),
    'people', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
        'group', last.name, 'entryYear', last.entry_year, 'until', last.ends_on)), '[]')
      FROM person p LEFT JOIN LATERAL (SELECT g.name, g.entry_year, e.ends_on FROM enrollment e JOIN student_group g ON g.id = e.group_id
        WHERE e.student_id = p.id AND e.starts_on <= ${today}::date ORDER BY e.starts_on DESC LIMIT 1) last ON true
      WHERE p.id = ANY (${[studentId, ...tabs]}::int[]))`;
}

export function ownerOf({ people }: DiaryHead, reader: DiaryReader, today: LocalDate): DiaryOwner {
  const { studentId, tabs, mayAsk } = reader;
  const own = people.find(({ id }) => id === studentId);
  const children = people
    .filter(({ id }) => tabs.includes(id))
    .sort((one, other) => compareTitles(one.firstName, other.firstName))
    .map((child) => ({ studentId: child.id, firstName: child.firstName, ...placeOf(child, today) }));
  return {
    studentId,
    name: own ? `${own.lastName} ${own.firstName}` : '',
    ...(own ? placeOf(own, today) : { group: '', yearOfStudy: 1 }),
    children,
    ...(mayAsk ? { mayAsk } : {}),
  };
}

function placeOf({ group, entryYear, until }: DiaryHead['people'][number], today: LocalDate) {
  const { startYear } = academicYearOf(until && until < today ? until : today);
  return { group: group ?? '', yearOfStudy: startYear - (entryYear ?? startYear) + 1 };
}
