import { type Actor, can } from '@/access/actor';
import { sectionScope } from '@/access/scope';
import type { FileKind } from '@/domain/files/kinds';
import type { DiaryBlock, Regulation } from '@/domain/regulation/regulation';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';

type FoundFile = { key: string; name: string; kind: FileKind; size: number };

/**
 * A file for somebody who sees its lesson: in the journal, or in the diary of a student who was in the group
 * and subgroup on that day, as far as the profile shows homework and topics there (C-25). Asked anew at every
 * download, so that an address is worth nothing when the right has ended (T-035). One statement, whatever it finds (T-022).
 */
export async function findFile(actor: Actor, key: string): Promise<FoundFile | null> {
  const { every, sections, groups, departments } = sectionScope(actor);
  const regulation = await regulationOf(actor);
  const curated = can(actor, 'diary.viewCurated') ? actor.curates : [];
  const [file] = await db().$queryRaw<FoundFile[]>`
    SELECT f.key, f.name, f.kind, f.size FROM lesson_file f JOIN lesson l ON l.id = f.lesson_id JOIN student_group g ON g.id = l.group_id
    WHERE f.key = ${key} AND f.removed_at IS NULL AND (${every} OR l.section_id = ANY (${sections}::int[])
      OR l.group_id = ANY (${[...groups, ...curated]}::int[]) OR g.department_id = ANY (${departments}::int[])
      OR EXISTS (SELECT 1 FROM enrollment e WHERE e.group_id = l.group_id AND e.student_id = ANY (
          CASE f.part WHEN 'homework' THEN ${readers(actor, regulation, 'homework')}::int[] ELSE ${readers(actor, regulation, 'topics')}::int[] END)
        AND e.starts_on <= l.date AND (e.ends_on IS NULL OR e.ends_on >= l.date)
        AND NOT EXISTS (SELECT 1 FROM enrollment_status st WHERE st.enrollment_id = e.id AND st.closes_journal
          AND st.starts_on <= l.date AND (st.ends_on IS NULL OR st.ends_on >= l.date))
        AND (l.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = l.subgroup_id
          AND m.student_id = e.student_id AND m.starts_on <= l.date AND (m.ends_on IS NULL OR m.ends_on >= l.date)))))`;
  return file ?? null;
}

/** Students whose diaries show this block to the actor: oneself, one's children. */
function readers(actor: Actor, { diary }: Regulation, block: DiaryBlock): number[] {
  const own = can(actor, 'diary.viewOwn') && actor.studentId !== null && diary.student.includes(block);
  const children = can(actor, 'diary.viewChild') && diary.parent.includes(block);
  return [...(own && actor.studentId !== null ? [actor.studentId] : []), ...(children ? actor.children : [])];
}
