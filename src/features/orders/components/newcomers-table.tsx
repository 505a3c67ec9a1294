import { useState } from 'react';
import { sexOfPatronymic } from '@/domain/people/sex';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { NewcomerDraft } from '../order-draft';
import { pastedNewcomers, withPasted } from '../paste-newcomers';

type Props = { rows: readonly NewcomerDraft[]; onChange: (rows: readonly NewcomerDraft[]) => void };

const blank = (key: number): NewcomerDraft => ({
  ...{ key, lastName: '', firstName: '', middleName: '' },
  ...{ sex: 'male', birthDate: '' },
});

/** People who are not in the college yet: typed row by row or pasted as a list. */
export function NewcomersTable({ rows, onChange }: Props) {
  const next = rows.reduce((most, { key }) => Math.max(most, key), 0) + 1;
  return (
    <section className="newcomers" aria-labelledby="newcomers-title">
      <h2 id="newcomers-title">Новые студенты</h2>
      {rows.length > 0 && (
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">Фамилия</th>
              <th scope="col">Имя</th>
              <th scope="col">Отчество</th>
              <th scope="col">Дата рождения</th>
              <th scope="col">Пол</th>
              <th scope="col">
                <span className="sr-only">Действие</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <NewcomerRow
                key={row.key}
                row={row}
                number={place + 1}
                onChange={(changed) => onChange(rows.map((one) => (one.key === row.key ? changed : one)))}
                onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="order-foot">
        <Button onClick={() => onChange([...rows, blank(next)])} disabled={rows.length >= 60}>
          Добавить человека
        </Button>
        <PasteList onPaste={(text) => onChange(withPasted(rows, pastedNewcomers(text, next)))} />
      </div>
    </section>
  );
}

type RowProps = {
  row: NewcomerDraft;
  number: number;
  onChange: (row: NewcomerDraft) => void;
  onRemove: () => void;
};

function NewcomerRow({ row, number, onChange, onRemove }: RowProps) {
  const cell = (field: 'lastName' | 'firstName' | 'middleName' | 'birthDate', name: string) => (
    <td>
      <input
        className="input"
        aria-label={`${name}, строка ${number}`}
        type={field === 'birthDate' ? 'date' : 'text'}
        maxLength={80}
        value={row[field]}
        onChange={({ target: { value } }) => {
          const told = field === 'middleName' ? sexOfPatronymic(value) : null;
          onChange({ ...row, [field]: value, sex: told ?? row.sex });
        }}
      />
    </td>
  );
  return (
    <tr>
      {cell('lastName', 'Фамилия')}
      {cell('firstName', 'Имя')}
      {cell('middleName', 'Отчество')}
      {cell('birthDate', 'Дата рождения')}
      <td>
        <select
          className="input"
          aria-label={`Пол, строка ${number}`}
          value={row.sex}
          onChange={({ target }) => onChange({ ...row, sex: target.value === 'female' ? 'female' : 'male' })}
        >
          <option value="male">м</option>
          <option value="female">ж</option>
        </select>
      </td>
      <td className="act">
        <Button size="small" onClick={onRemove}>
          Убрать<span className="sr-only"> строку {number}</span>
        </Button>
      </td>
    </tr>
  );
}

/** A list from a spreadsheet lands here; rows that are names become rows of the table. */
function PasteList({ onPaste }: { onPaste: (text: string) => void }) {
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const take = () => {
    try {
      onPaste(text);
      setText('');
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'Список не разобран.');
    }
  };
  return (
    <details className="paste-list">
      <summary>Вставить список из таблицы</summary>
      <label className="label" htmlFor="newcomers-paste">
        Фамилия, имя, отчество, дата рождения, пол
      </label>
      <textarea
        id="newcomers-paste"
        className="input"
        rows={4}
        value={text}
        maxLength={20_000}
        onChange={({ target }) => setText(target.value)}
      />
      <Button onClick={take} disabled={text.trim() === ''}>
        Разобрать
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </details>
  );
}
