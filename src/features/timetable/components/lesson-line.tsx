import { classNames } from '@/ui/class-names';
import { Sign } from '@/ui/sign';
import type { ShownLesson, TimetableMode } from '../lessons-view';

type Props = { lesson: ShownLesson; mode: TimetableMode /** Says its пара itself. */; pair?: boolean };

/** A lesson in few words; what the table's head says already is left out. */
export function LessonLine({ lesson, mode, pair }: Props) {
  const { course, group, subgroup, room, teacher, cancelled, change, classPeriod, time } = lesson;
  const facts = [
    time,
    mode !== 'group' && mode !== 'day' && group,
    subgroup,
    mode !== 'teacher' && teacher,
    mode !== 'room' && room && `ауд. ${room}`,
  ].filter(Boolean);
  return (
    <li className={classNames(change && 'is-changed', cancelled && 'is-cancelled')}>
      <b>
        {pair && `${classPeriod}. `}
        {course}
      </b>
      <span className="sub">{facts.join(' · ')}</span>
      {change && (
        <span className="sub text-amber">
          <Sign kind="attention" />
          {change}
        </span>
      )}
    </li>
  );
}
