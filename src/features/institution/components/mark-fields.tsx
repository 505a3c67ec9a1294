'use client';

import { Field } from '@/ui/field';
import { Choice } from './choice';
import { EditCheck, EditChoice } from './edit-choice';
import type { FieldsProps } from './fields-props';

const algorithms = [
  ['none', 'не предлагается'],
  ['mean', 'среднее арифметическое'],
  ['weighted', 'среднее с весами работ'],
] as const;
const kinds = [
  ['plain', 'обычное округление'],
  ['table', 'таблица границ'],
] as const;

/** How the period mark is proposed (C-06, C-23). Bounds are typed with two decimals and kept in hundredths. */
export function MarkFields({ edits, set }: FieldsProps) {
  const { thresholds } = edits;
  const own = { edits, set };
  return (
    <fieldset>
      <legend>Отметки</legend>
      <EditChoice {...own} field="algorithm" label="Итоговая" options={algorithms} />
      <Choice
        id="thresholds"
        label="Границы среднего"
        options={kinds}
        value={thresholds.kind}
        onChange={(kind) =>
          set({ thresholds: kind === 'plain' ? { kind } : { kind, from: { 5: 465, 4: 365, 3: 250 } } })
        }
      />
      {thresholds.kind === 'table' &&
        ([5, 4, 3] as const).map((mark) => (
          <Field
            key={mark}
            id={`from-${mark}`}
            label={`«${mark}» от`}
            type="number"
            step="0.01"
            min={0}
            max={5}
            value={thresholds.from[mark] / 100}
            onChange={({ target }) =>
              set({
                thresholds: {
                  kind: 'table',
                  from: { ...thresholds.from, [mark]: Math.round(Number(target.value) * 100) },
                },
              })
            }
          />
        ))}
      <div className="checks">
        <EditCheck {...own} field="overrideNeedsReason" label="иная итоговая требует обоснования" />
        <EditCheck {...own} field="strictTasks" label="отметка только за назначенное задание" />
      </div>
    </fieldset>
  );
}
