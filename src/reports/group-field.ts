import type { Actor } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import type { ReportField, ReportQuery } from './define';

/** The choice of a group in the actor's sight, and the one that is chosen. */
export async function groupField(actor: Actor, query: ReportQuery): Promise<{ field: ReportField; groupId?: number }> {
  const groups = await db().studentGroup.findMany({ where: groupsVisibleTo(actor), select: { id: true, name: true } });
  groups.sort((one, other) => compareTitles(one.name, other.name));
  const options = groups.map(({ id, name }) => ({ value: String(id), label: name }));
  const field = { name: 'group', label: 'Группа', options, empty: 'выберите группу', value: query.group ?? '' };
  const chosen = groups.find(({ id }) => String(id) === query.group);
  return chosen ? { field, groupId: chosen.id } : { field };
}
