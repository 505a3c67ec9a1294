'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { shortDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { Dialog } from '@/ui/dialog';
import { lessonHref } from '../links';
import { takePlan } from '../take-plan';
import type { UnfilledLesson } from '../today-view';
import { LessonHead } from './lesson-head';
import { UnfilledRow } from './unfilled-row';

type TableProps = { lessons: readonly UnfilledLesson[]; mainLessonId: number | null };
type Refused = { lesson: UnfilledLesson; sentence: string };

/** The rows; a topic taken from the plan is written here, after which the page is read anew and the next act has the focus. */
export function UnfilledTable({ lessons, mainLessonId }: TableProps) {
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const place = useRef<number | null>(null);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, start] = useTransition();

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page was read anew.
  useEffect(() => {
    if (place.current === null) return;
    const acts = table.current?.querySelectorAll<HTMLElement>('td.act a, td.act button') ?? [];
    acts[Math.min(place.current, acts.length - 1)]?.focus();
    place.current = null;
  }, [lessons]);

  const take = (lesson: UnfilledLesson, row: number) =>
    start(async () => {
      const sentence = await takePlan(lesson);
      if (sentence === null) {
        place.current = row;
        setSaid(`Занятие ${shortDate(lesson.date)}, ${lesson.group}: записано из плана, тема № ${lesson.plan?.no}.`);
      } else setRefused({ lesson, sentence });
      router.refresh();
    });

  return (
    <>
      {lessons.length > 0 && (
        <table ref={table} className="tb tb-cards" aria-busy={busy}>
          <LessonHead what={['Дисц.', 'Чего нет']} />
          <tbody>
            {lessons.map((lesson, row) => (
              <UnfilledRow
                key={lesson.lessonId}
                lesson={lesson}
                main={lesson.lessonId === mainLessonId}
                busy={busy}
                onTake={() => take(lesson, row)}
              />
            ))}
          </tbody>
        </table>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {refused && (
        <Dialog
          open
          urgent
          title="Из плана не взято"
          onClose={() => setRefused(null)}
          footer={
            <>
              <Button look="main" onClick={() => setRefused(null)}>
                Закрыть
              </Button>
              <ButtonLink href={lessonHref(refused.lesson)}>Открыть занятие</ButtonLink>
            </>
          }
        >
          <p>{refused.sentence}</p>
        </Dialog>
      )}
    </>
  );
}
