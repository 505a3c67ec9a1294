import { shortDate, weekdayShort } from '@/texts/format';
import { ButtonLink } from '@/ui/button-link';
import { Meter } from '@/ui/meter';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import { lessonHref } from '../links';
import type { AwaitingWork } from '../today-view';
import { LessonHead } from './lesson-head';

/** Works handed out whose marks are still due. Nothing is shown when there are none. */
export function AwaitingWorks({ works }: { works: readonly AwaitingWork[] }) {
  if (works.length === 0) return null;
  return (
    <Section id="awaiting" title="Работы ждут отметок" note={String(works.length)}>
      <table className="tb tb-cards">
        <LessonHead what={['Работа', 'Проверено']} />
        <tbody>
          {works.map((work) => (
            <tr key={`${work.lessonId} ${work.work}`} className={work.state === 'overdue' ? 'is-bad' : undefined}>
              <td className="nowrap">
                <b>{shortDate(work.date)}</b> {weekdayShort(work.date)}, {work.classPeriod}-я пара
              </td>
              <th scope="row">{work.group}</th>
              <td className="line">{work.work}</td>
              <td>
                <Meter value={work.checked} max={work.total} label={`Проверено, ${work.work}, ${work.group}`} />
              </td>
              <td className="nowrap">
                <State kind={work.state} strong={work.state !== 'ahead'}>
                  {work.state === 'ahead' ? work.deadline : <b>{work.deadline}</b>}
                </State>
              </td>
              <td className="act">
                <ButtonLink size="small" href={lessonHref(work)}>
                  К отметкам
                  <span className="sr-only">
                    {' '}
                    за {work.work}, {work.group}
                  </span>
                </ButtonLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
