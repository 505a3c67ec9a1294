import { number } from '@/texts/format';
import { controlFormLabels } from '@/texts/labels';
import { classNames } from '@/ui/class-names';
import { State } from '@/ui/sign';
import type { LoadDeskState } from '../client/use-load-desk';
import type { GroupLoad, LoadLine } from '../load-view';
import { LoadPart } from './load-part';
import { OpenLine } from './open-lines-button';

type Props = { line: LoadLine; load: GroupLoad; desk: LoadDeskState };

/** A line of the plan: its one journal, or one for each subgroup, or a way to open it. */
export function LoadLineRows({ line, load, desk }: Props) {
  const { index, course, plan, parts, mayOpen } = line;
  const asked = plan.reduce((sum, { hours }) => sum + hours, 0);
  const forms = plan
    .filter(({ controlForm }) => controlForm !== 'none')
    .map(({ half, controlForm, withCoursework }) => {
      const words = [controlFormLabels[controlForm], withCoursework && controlFormLabels.coursework].filter(Boolean);
      return `${half === 1 ? 'I' : 'II'}: ${words.join(' и ')}`;
    });
  const control = forms.length > 0 && <span className="sub">{forms.join(', ')}</span>;
  if (parts.length === 0) {
    return (
      <tbody>
        <tr className={classNames(mayOpen && 'load-closed')}>
          <th scope="row">{index}</th>
          <td>
            {course}
            {control}
          </td>
          <td colSpan={1 + load.periods.length}>
            {mayOpen ? <State kind="ahead">журнал не открыт</State> : <span className="text-text2">журнала нет</span>}
          </td>
          <td className="num">{number(asked)}</td>
          <td className="num">–</td>
          <td className="act">{load.mayEnter && mayOpen && plan.length > 0 && <OpenLine load={load} line={line} />}</td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      {parts.map((part, place) => (
        <LoadPart key={part.sectionId} part={part} load={load} desk={desk} asked={asked} title={`${index} ${course}`}>
          <th scope="row">{place === 0 ? index : ''}</th>
          <td>
            {place === 0 && course}
            {place === 0 && control}
            {part.subgroup && <span className="load-sub">{part.subgroup}</span>}
            {part.stream && <span className="sub">поток «{part.stream.name}»</span>}
          </td>
        </LoadPart>
      ))}
    </tbody>
  );
}
