import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { WorksLine, WorksList } from '../load-works';
import { CancelWorksButton } from './cancel-works-button';
import { WorksForm } from './works-form';

const words = { ahead: 'объявлены', on: 'идут', over: 'прошли', cancelled: 'отменены' } as const;
const signs = { ahead: 'ahead', on: 'now', over: 'done', cancelled: 'done' } as const;

/** The administrator announces hours without writing. */
export function WorksSection({ works }: { works: WorksList }) {
  return (
    <div className="single">
      <Section id="works" title="Технические работы">
        <p className="aside-note">
          Объявление видно на всех страницах за неделю. Пока работы идут, записи не принимаются, читать можно;
          администратор пишет и в это время.
        </p>
        {works.lines.length > 0 && (
          <table className="tb tb-cards">
            <thead>
              <tr>
                <th scope="col">Когда</th>
                <th scope="col">Состояние</th>
                <th scope="col">Пояснение</th>
                <th scope="col">
                  <span className="sr-only">Действие</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {works.lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        )}
        <WorksForm today={works.today} />
      </Section>
    </div>
  );
}

function Line({ line: { id, span, note, state } }: { line: WorksLine }) {
  const open = state === 'ahead' || state === 'on';
  return (
    <tr>
      <th scope="row">{span}</th>
      <td>
        <State kind={signs[state]}>{words[state]}</State>
      </td>
      <td>{note}</td>
      <td className="act">
        {open && <CancelWorksButton id={id} words={state === 'on' ? 'Закончить' : 'Отменить'} span={span} />}
      </td>
    </tr>
  );
}
