import type { ReactNode } from 'react';
import { fullDate, number } from '@/texts/format';
import { classNames } from '@/ui/class-names';
import { State } from '@/ui/sign';
import { isFree, type LoadDeskState } from '../client/use-load-desk';
import type { GroupLoad } from '../load-view';
import type { Part } from '../read-load';
import { ChangeTeacher, CloseJournal } from './part-buttons';

type Props = { part: Part; load: GroupLoad; desk: LoadDeskState; asked: number; title: string; children: ReactNode };

/** One journal: who teaches it, how many hours in each period, how far it is. */
export function LoadPart({ part, load, desk, asked, title, children }: Props) {
  const name = part.subgroup ? `${title}, ${part.subgroup}` : title;
  const given = load.periods.reduce((sum, { id }) => sum + (Number(desk.hoursOf(part, id)) || 0), 0);
  const last = part.teachers.at(-1);
  return (
    <tr className={part.teachers.some(({ endsOn }) => endsOn === null) ? undefined : 'is-bad'}>
      {children}
      <td className="load-who">
        <TeacherCell part={part} name={name} load={load} desk={desk} />
      </td>
      {load.periods.map(({ id, name: period, locked }) => (
        <HoursCell
          key={id}
          part={part}
          periodId={id}
          label={`${name}, ${period}, часы`}
          readOnly={locked || !load.mayEnter}
          desk={desk}
        />
      ))}
      <td className="num">{given === asked ? number(asked) : <State kind="attention">{number(asked)}</State>}</td>
      <td className="num">{number(part.filled)}</td>
      <td className="act">
        {load.mayEnter && last && !isFree(part) && <ChangeTeacher part={part} load={load} title={name} />}
        {load.mayEnter && part.laid === 0 && isFree(part) && (
          <CloseJournal groupId={load.group.id} sectionId={part.sectionId} title={name} />
        )}
      </td>
    </tr>
  );
}

type CellProps = Pick<Props, 'part' | 'load' | 'desk'> & { name: string };

function TeacherCell({ part, name, load, desk }: CellProps) {
  if (load.mayEnter && isFree(part)) {
    const bad = desk.isBadName(part);
    return (
      <>
        <input
          className="input"
          list="teachers"
          value={desk.teacherOf(part)}
          placeholder="никто не ведёт"
          maxLength={80}
          aria-label={`${name}, преподаватель`}
          aria-invalid={bad || undefined}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => desk.setTeacher(part, target.value)}
        />
        {bad && <span className="field-error">такого сотрудника нет, выберите из списка</span>}
        <Other value={desk.otherTeacher(part)} onTake={() => desk.dropTeacher(part)} />
      </>
    );
  }
  if (part.teachers.length === 0) return <State kind="overdue">никто не ведёт</State>;
  return part.teachers.map(({ id, name: teacher, startsOn, endsOn, order }) => (
    <span key={id} className={classNames('load-holder', endsOn !== null && 'is-former')}>
      {teacher}
      {part.teachers.length > 1 && (
        <span className="sub">{endsOn ? `до ${fullDate(endsOn)}` : `с ${fullDate(startsOn)}`}</span>
      )}
      {order && (
        <span className="sub">
          приказ № {order.number} от {fullDate(order.orderedOn)}
        </span>
      )}
    </span>
  ));
}

type HoursProps = { part: Part; periodId: number; label: string; readOnly: boolean; desk: LoadDeskState };

function HoursCell({ part, periodId, label, readOnly, desk }: HoursProps) {
  const text = desk.hoursOf(part, periodId);
  if (!part.periods.some((row) => row.periodId === periodId)) return <td className="num">–</td>;
  if (readOnly) return <td className="num">{text}</td>;
  return (
    <td className="num">
      <input
        className="input load-hours"
        inputMode="numeric"
        maxLength={4}
        value={text}
        aria-label={label}
        aria-invalid={desk.isBadHours(text) || undefined}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => desk.setHours(part, periodId, target.value)}
      />
      <Other value={desk.otherHours(part, periodId)} onTake={() => desk.dropHours(part, periodId)} />
    </td>
  );
}

/** What somebody else has saved in the cell that is typed in. */
function Other({ value, onTake }: { value: string | null; onTake: () => void }) {
  if (value === null) return null;
  return (
    <span className="load-other" role="status">
      записано: {value}{' '}
      <button type="button" className="btn btn-small" onClick={onTake}>
        Взять
      </button>
    </span>
  );
}
