import { hours } from '@/texts/format';
import { State } from '@/ui/sign';
import type { WeekSection } from '../week-view';

/** Hours of every journal: the plan, what has its place, what has none, what the week would give beyond the plan. */
export function HoursTable({ sections }: { sections: readonly WeekSection[] }) {
  return (
    <table className="tb tb-cards">
      <caption className="sr-only">Часы по дисциплинам</caption>
      <thead>
        <tr>
          <th scope="col">Дисциплина</th>
          <th scope="col">Преподаватель</th>
          <th scope="col" className="num">
            По плану
          </th>
          <th scope="col" className="num">
            Имеет место
          </th>
          <th scope="col">Состояние</th>
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => (
          <tr key={section.sectionId}>
            <th scope="row" className="course-name">
              {section.index} {section.course}
              {section.subgroup && <span className="sub">{section.subgroup}</span>}
            </th>
            <td>{section.teacher || '–'}</td>
            <td className="num" data-head="по плану">
              {hours(section.planned)}
            </td>
            <td className="num" data-head="имеет место">
              {hours(section.given)}
            </td>
            <td>
              <HoursState section={section} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HoursState({ section: { planned, short, over, teacher } }: { section: WeekSection }) {
  if (teacher === '' && planned > 0) return <State kind="overdue">нет преподавателя</State>;
  if (short > 0) return <State kind="attention">без места {hours(short)}</State>;
  if (over > 0) return <State kind="ahead">неделя даёт больше плана на {hours(over)}: закончится раньше</State>;
  return <State kind="done">{planned === 0 ? 'в этом периоде часов нет' : 'место есть всему'}</State>;
}
