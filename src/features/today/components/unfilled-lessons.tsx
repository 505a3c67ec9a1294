import { shortDate, weekdayShort } from '@/texts/format';
import { Button, ButtonLink } from '@/ui/button';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import { lessonHref } from '../links';
import type { UnfilledLesson } from '../today-view';

/** Takes the planned topic and homework into the lesson: a form action with the field `lessonId`. */
export type TakePlan = (form: FormData) => Promise<void>;

type UnfilledProps = { lessons: readonly UnfilledLesson[]; mainLessonId: number | null; takePlan?: TakePlan };

/** «Незаполненные занятия»: overdue first, each with its deadline and the act that ends it. */
export function UnfilledLessons({ lessons, mainLessonId, takePlan }: UnfilledProps) {
  const overdue = lessons.filter(({ state }) => state === 'overdue').length;
  const note = overdue > 0 ? `${lessons.length}, из них просрочено ${overdue}` : String(lessons.length);
  if (lessons.length === 0) {
    return (
      <Section id="unfilled" title="Незаполненные занятия">
        <p className="done-line">
          <State kind="done">Всё заполнено</State>
        </p>
      </Section>
    );
  }
  return (
    <Section id="unfilled" title="Незаполненные занятия" note={note}>
      <table className="tb tb-cards">
        <thead>
          <tr>
            <th scope="col" className="w-36">
              Занятие
            </th>
            <th scope="col" className="w-24">
              Группа
            </th>
            <th scope="col">Дисц.</th>
            <th scope="col">Чего нет</th>
            <th scope="col">Срок</th>
            <th scope="col">
              <span className="sr-only">Действие</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => (
            <UnfilledRow
              key={lesson.lessonId}
              lesson={lesson}
              main={lesson.lessonId === mainLessonId}
              takePlan={takePlan}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

type UnfilledRowProps = { lesson: UnfilledLesson; main: boolean; takePlan: TakePlan | undefined };

function UnfilledRow({ lesson, main, takePlan }: UnfilledRowProps) {
  const look = main ? 'main' : 'plain';
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
        {takePlan && lesson.plannedNo !== null ? (
          <form action={takePlan}>
            <input type="hidden" name="lessonId" value={lesson.lessonId} />
            <Button type="submit" size="small" look={look}>
              Взять из плана: {lesson.plannedNo}
            </Button>
          </form>
        ) : (
          <ButtonLink size="small" look={look} autoFocus={main} href={lessonHref(lesson)}>
            Заполнить
            <span className="sr-only">
              {' '}
              {shortDate(lesson.date)}, {lesson.group}
            </span>
          </ButtonLink>
        )}
      </td>
    </tr>
  );
}
