'use client';

import { CheckField, Field } from '@/ui/field';
import { Choice } from './choice';
import type { FieldsProps } from './fields-props';

const fills = [
  ['endOfDay', 'до конца дня занятия'],
  ['timeOfDay', 'до часа дня занятия'],
  ['days', 'в течение дней'],
] as const;
const terms = [
  ['correctionDays', 'Исправить занятие можно, дней'],
  ['debtMarkDays', 'Отметка за долг, дней'],
  ['periodMarksDays', 'Итоговые после периода, дней'],
  ['publishResultsDays', 'Итоговые публикуются в дневнике, дней'],
] as const;

/** Terms in days; an empty one has no end before the period is locked. */
export function DeadlineFields({ edits, set }: FieldsProps) {
  const { deadlines, lessonRequires } = edits;
  const { fill } = deadlines;
  const put = (change: Partial<typeof deadlines>) => set({ deadlines: { ...deadlines, ...change } });
  const begin = {
    endOfDay: { kind: 'endOfDay' },
    timeOfDay: { kind: 'timeOfDay', time: '16:00' },
    days: { kind: 'days', days: 1 },
  } as const;
  return (
    <fieldset>
      <legend>Сроки</legend>
      <Choice
        id="fill"
        label="Занятие заполняется"
        options={fills}
        value={fill.kind}
        onChange={(kind) => put({ fill: begin[kind] })}
      />
      {fill.kind === 'timeOfDay' && (
        <Field
          id="fill-time"
          label="До которого часа"
          type="time"
          value={fill.time}
          onChange={({ target }) => put({ fill: { kind: 'timeOfDay', time: target.value } })}
        />
      )}
      {fill.kind === 'days' && (
        <Field
          id="fill-days"
          label="Дней"
          type="number"
          min={0}
          max={365}
          value={fill.days}
          onChange={({ target }) => put({ fill: { kind: 'days', days: Number(target.value) } })}
        />
      )}
      {terms.map(([name, label]) => (
        <Field
          key={name}
          id={name}
          label={label}
          hint={name === 'publishResultsDays' ? 'пусто: без срока' : 'пусто: до закрытия периода'}
          type="number"
          min={0}
          max={365}
          value={deadlines[name] ?? ''}
          onChange={({ target }) => put({ [name]: target.value === '' ? null : Number(target.value) })}
        />
      ))}
      <div className="checks">
        <CheckField
          label="занятие без темы не заполнено"
          checked={lessonRequires.topic}
          onChange={({ target }) => set({ lessonRequires: { ...lessonRequires, topic: target.checked } })}
        />
        <CheckField
          label="занятие без домашнего задания не заполнено"
          checked={lessonRequires.homework}
          onChange={({ target }) => set({ lessonRequires: { ...lessonRequires, homework: target.checked } })}
        />
      </div>
    </fieldset>
  );
}
