import { type Clash, clashesOf, type PlacedSection } from '@/domain/timetable/conflicts';
import type { WeekPlace } from '@/domain/timetable/week-place';
import type { OtherPlace, WeekSection, WeekView } from '../week-view';

type Shown = Pick<WeekView, 'entries' | 'others' | 'busyRooms' | 'sections' | 'group'>;

/** With what a place would stand in one another's way, told while it is being chosen; `own` is the entry that is being moved. */
export function clashesAt(
  section: WeekSection,
  place: WeekPlace,
  { entries, others, busyRooms, sections, group }: Shown,
  own: number | null,
): Clash<OtherPlace>[] {
  const bySection = new Map(sections.map((one) => [one.sectionId, one]));
  const ofGroup = entries.flatMap((entry): OtherPlace[] => {
    const other = bySection.get(entry.sectionId);
    return !other || entry.entryId === own ? [] : [{ ...other, ...entry, room: '', group: group.label }];
  });
  const rooms = busyRooms.map((busy): OtherPlace => {
    const { startsOn, endsOn } = place;
    const nobody = { sectionId: 0, groupId: 0, subgroupId: null, streamId: null, teachers: [], course: '' };
    return { ...nobody, ...busy, startsOn, endsOn };
  });
  const inStream = new Set(
    others.filter(({ streamId }) => streamId !== null && streamId === section.streamId).map(({ group: name }) => name),
  );
  const placed: PlacedSection = { ...section, ...place };
  return clashesOf(placed, [...ofGroup, ...others, ...rooms]).filter(
    ({ kind, other }) => kind !== 'room' || !inStream.has(other.group),
  );
}
