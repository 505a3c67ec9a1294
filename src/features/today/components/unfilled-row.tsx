import { shortDate, weekdayShort } from '@/texts/format';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { State } from '@/ui/sign';
import { lessonHref } from '../links';
import type { UnfilledLesson } from '../today-view';

type UnfilledRowProps = { lesson: UnfilledLesson; main: boolean; busy: boolean; onTake: () => void };

/** One lesson: what it lacks, until when, and the act: the plan's words where they are all that is missing, else the card. */
export function UnfilledRow({ lesson, main, busy, onTake }: UnfilledRowProps) {
  const look = main ? 'main' : 'plain';
  const which = (
    <span className="sr-only">
      {' '}
      {shortDate(lesson.date)}, {lesson.group}
    </span>
  );
  return (
    <tr className={lesson.state === 'overdue' ? 'is-bad' : undefined}>
      <td className="nowrap">
        <b>{shortDate(lesson.date)}</b> {weekdayShort(lesson.date)}, {lesson.classPeriod}-я пара
      </td>
      <th scope="row">{lesson.group}</th>
      <td className="nowrap">{lesson.index}</td>
      <td data-head="нет:" className="line">
        {lesson.missing.join(', ')}
      </td>
      <td className="nowrap">
        <State kind={lesson.state} strong>
          <b>{lesson.deadline}</b>
        </State>
      </td>
      <td className="act">
        {lesson.plan ? (
          <Button size="small" look={look} autoFocus={main} disabled={busy} onClick={onTake}>
            Взять из плана: {lesson.plan.no}
            {which}
          </Button>
        ) : (
          <ButtonLink size="small" look={look} autoFocus={main} href={lessonHref(lesson)}>
            Заполнить
            {which}
          </ButtonLink>
        )}
      </td>
    </tr>
  );
}
