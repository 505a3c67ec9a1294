import { useState } from 'react';
import { enrollmentStatusLabels } from '@/texts/labels';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Field, SelectField } from '@/ui/field';
import type { FormStudent, OrderForm } from '../load-order-form';
import type { OrderDraft } from '../order-draft';

type Props = {
  draft: OrderDraft;
  form: OrderForm;
  /** The group whose students are offered; null: those who are in none. */
  source: number | null;
  onChange: (students: ReadonlyMap<number, string>) => void;
  onSource: (group: string) => void;
};

/** Students of one group at a time; those who are ticked stay when another group is looked at. */
export function StudentsChoice({ draft, form, source, onChange, onSource }: Props) {
  const [words, setWords] = useState('');
  const { students: chosen } = draft;
  const shown = form.students.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));

  function tick(ticked: readonly FormStudent[], on: boolean) {
    const next = new Map(chosen);
    for (const { studentId, name } of ticked) {
      if (on) next.set(studentId, name);
      else next.delete(studentId);
    }
    onChange(next);
  }

  return (
    <fieldset className="order-students">
      <legend>
        Студенты <span className="aside-note">{chosen.size > 0 && `отмечено ${chosen.size}`}</span>
      </legend>
      <div className="order-source">
        <SelectField
          id="order-source"
          label="Откуда"
          value={source ?? ''}
          onChange={({ target }) => onSource(target.value)}
        >
          <option value="">не числятся ни в одной группе</option>
          {form.groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field
          id="order-words"
          label="Фамилия"
          type="search"
          value={words}
          maxLength={80}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <Button onClick={() => tick(shown, true)} disabled={shown.length === 0}>
          Отметить всех: {shown.length}
        </Button>
        <Button onClick={() => tick(shown, false)} disabled={!shown.some(({ studentId }) => chosen.has(studentId))}>
          Снять
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className="empty">Здесь никого нет. Выберите группу или измените фамилию.</p>
      ) : (
        <ul className="order-list">
          {shown.map((student) => (
            <StudentTick
              key={student.studentId}
              student={student}
              checked={chosen.has(student.studentId)}
              onTick={(on) => tick([student], on)}
            />
          ))}
        </ul>
      )}
      <ChosenElsewhere chosen={chosen} shown={form.students} />
    </fieldset>
  );
}

type TickProps = { student: FormStudent; checked: boolean; onTick: (on: boolean) => void };

function StudentTick({ student: { name, status }, checked, onTick }: TickProps) {
  return (
    <li>
      <label className="check">
        <input type="checkbox" checked={checked} onChange={({ target }) => onTick(target.checked)} />
        <span>
          {name}
          {status && <span className="text-text2">, {enrollmentStatusLabels[status]}</span>}
        </span>
      </label>
    </li>
  );
}

/** Those who are ticked in a group that is not shown now. */
function ChosenElsewhere({ chosen, shown }: { chosen: ReadonlyMap<number, string>; shown: readonly FormStudent[] }) {
  const here = new Set(shown.map(({ studentId }) => studentId));
  const others = [...chosen].filter(([id]) => !here.has(id)).map(([, name]) => name);
  if (others.length === 0) return null;
  return (
    <p className="order-others">
      Ещё {counted(others.length, 'студент', 'студента', 'студентов')} из других групп: {others.join(', ')}.
    </p>
  );
}
