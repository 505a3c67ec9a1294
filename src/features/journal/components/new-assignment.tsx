import { useState } from 'react';
import type { TaskType } from '@/domain/regulation/regulation';
import { Button } from '@/ui/button';
import type { AssignmentFields } from '../client/journal-state';

type NewAssignmentProps = {
  taskTypes: readonly TaskType[];
  onAdd: (fields: AssignmentFields) => void;
  onCancel: () => void;
};

/** Kind, title, obligatory or not, term; an empty title is the kind's own name. */
export function NewAssignment({ taskTypes, onAdd, onCancel }: NewAssignmentProps) {
  const [type, setType] = useState(taskTypes[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [required, setRequired] = useState(false);
  const [dueOn, setDueOn] = useState('');
  const label = taskTypes.find((one) => one.id === type)?.label ?? '';
  return (
    <form
      className="jg-new"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ type, title: title.trim() || label, required, dueOn: dueOn || null });
      }}
    >
      <select
        className="input"
        aria-label="Вид работы"
        value={type}
        // biome-ignore lint/a11y/noAutofocus: the form was just asked for.
        autoFocus
        onChange={(event) => setType(event.currentTarget.value)}
      >
        {taskTypes.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
      <input
        className="input"
        aria-label="Название задания"
        placeholder={label}
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <label className="check">
        <input type="checkbox" checked={required} onChange={() => setRequired(!required)} />
        обязательное
      </label>
      <label className="s t2">
        срок{' '}
        <input type="date" className="input" value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
      </label>
      <div className="f">
        <Button type="submit" size="small" look="main">
          Добавить
        </Button>
        <Button size="small" onClick={onCancel}>
          Отмена
        </Button>
      </div>
    </form>
  );
}
