import { weekdayDate } from '@/texts/format';
import type { CuratorToday } from '../today-view';
import { CuratorBlock } from './curator-block';

/** The start page of a curator who teaches nothing: the day, then every own group. */
export function CuratorPage({ groups }: { groups: readonly CuratorToday[] }) {
  const [first] = groups;
  if (!first) return null;
  const heading = weekdayDate(first.date);
  return (
    <div className="single">
      <div className="day-head">
        <h1>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h1>
      </div>
      {groups.map((group) => (
        <CuratorBlock key={group.groupId} group={group} />
      ))}
    </div>
  );
}
