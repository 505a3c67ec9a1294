import { shortDate } from '@/texts/format';
import type { AssignmentFields } from '../client/journal-state';
import type { AssignmentView } from '../journal-view';

type AssignmentRowProps = {
  assignment: AssignmentView;
  short: string;
  marks: number;
  /** Digits go to this one. */
  active: boolean;
  editable: boolean;
  /** Its removal waits for the server's word. */
  removing: boolean;
  onChoose: () => void;
  onChange: (fields: AssignmentFields) => void;
  onRemove: () => void;
};

export function AssignmentRow(props: AssignmentRowProps) {
  const { assignment, short, marks, active, editable, removing, onChoose, onChange, onRemove } = props;
  const { type, title, required, dueOn } = assignment;
  return (
    <tr className={active ? 'on' : undefined}>
      <td>
        <b>{short}</b>
      </td>
      <td>
        <button type="button" className="jg-pick" aria-pressed={active} onClick={onChoose}>
          {title}
        </button>
        {required && (
          <DueDate
            value={dueOn}
            editable={editable}
            onChange={(day) => onChange({ type, title, required, dueOn: day })}
          />
        )}
        {editable && (
          <button
            type="button"
            className="jg-link s"
            aria-label={`Удалить задание: ${title}`}
            disabled={removing}
            onClick={onRemove}
          >
            {removing ? 'удаляется' : 'удалить'}
          </button>
        )}
      </td>
      <td className="c">
        {editable ? (
          <input
            type="checkbox"
            aria-label={`Обязательное: ${title}`}
            checked={required}
            onChange={() => onChange({ type, title, required: !required, dueOn })}
          />
        ) : required ? (
          'да'
        ) : (
          ''
        )}
      </td>
      <td className="r">{marks}</td>
    </tr>
  );
}

function DueDate({
  value,
  editable,
  onChange,
}: {
  value: string | null;
  editable: boolean;
  onChange: (day: string | null) => void;
}) {
  if (!editable) return value ? <span className="s t2"> до {shortDate(value)}</span> : null;
  return (
    <label className="jg-due s t2">
      срок{' '}
      <input
        type="date"
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    </label>
  );
}
