import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { UnfilledLesson } from '../today-view';
import { UnfilledTable } from './unfilled-table';

type UnfilledProps = { lessons: readonly UnfilledLesson[]; mainLessonId: number | null };

/** «Незаполненные занятия»: overdue first, each with its deadline and the act that ends it. */
export function UnfilledLessons({ lessons, mainLessonId }: UnfilledProps) {
  const overdue = lessons.filter(({ state }) => state === 'overdue').length;
  const note = overdue > 0 ? `${lessons.length}, из них просрочено ${overdue}` : String(lessons.length);
  return (
    <Section id="unfilled" title="Незаполненные занятия" note={lessons.length > 0 && note}>
      {lessons.length === 0 && (
        <p className="done-line">
          <State kind="done">Всё заполнено</State>
        </p>
      )}
      <UnfilledTable lessons={lessons} mainLessonId={mainLessonId} />
    </Section>
  );
}
