import { type Actor, can } from '@/access/actor';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import { openYearOf } from './load-overview';
import type { StreamCandidate, StreamRow, StreamsView } from './load-view';
import { holderOf, readLoad } from './read-load';

/** Streams of a year, and the journals that could be joined: of one course and one teacher in several groups. */
export async function loadStreams(actor: Actor, wanted: number | undefined): Promise<StreamsView | null> {
  const opened = await openYearOf(actor, wanted);
  if (!opened) return null;
  const { year, choice } = opened;
  const rows = await readLoad(db(), { yearId: year.id, startYear: year.startYear, groupId: null });
  const groups = await db().studentGroup.findMany({ select: { id: true, name: true } });
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]));
  const streams = new Map<number, StreamRow>();
  const candidates: StreamCandidate[] = [];
  for (const { groupId, course, courseId, parts } of rows) {
    const group = nameOf.get(groupId) ?? '';
    for (const part of parts) {
      const teacher = holderOf(part);
      if (part.stream) {
        const { id, name } = part.stream;
        const former = streams.get(id) ?? { id, name, course, teacher: teacher?.name ?? 'никто', groups: [] };
        streams.set(id, { ...former, groups: [...former.groups, group] });
      } else if (teacher && part.subgroupId === null) {
        const { teacherId, name } = teacher;
        candidates.push({ sectionId: part.sectionId, group, course, courseId, teacherId, teacher: name });
      }
    }
  }
  const twin = (one: StreamCandidate) => (other: StreamCandidate) =>
    one !== other && one.courseId === other.courseId && one.teacherId === other.teacherId;
  return {
    ...choice,
    streams: [...streams.values()].sort((one, other) => compareTitles(one.name, other.name)),
    candidates: candidates
      .filter((one) => candidates.some(twin(one)))
      .sort((one, other) => compareTitles(`${one.course} ${one.group}`, `${other.course} ${other.group}`)),
    mayEnter: can(actor, 'load.enter') && !year.closed,
  };
}
