'use client';

import { useState } from 'react';
import { ActDialog } from '@/ui/act-dialog';
import { Button } from '@/ui/button';
import { CheckField } from '@/ui/field';
import { FormField } from '@/ui/form-field';
import { formText } from '@/ui/form-values';
import { editBellsAction, setBellsAction } from '../actions';
import type { BellsRow } from '../calendar-view';

type Line = { key: number; startsAt: string; endsAt: string };

/** A bell schedule: its пары one after the other. */
export function BellsDialog({ bells, first }: { bells?: BellsRow; first?: boolean }) {
  const [lines, setLines] = useState<readonly Line[]>(
    bells?.pairs.map(({ number, ...times }) => ({ key: number, ...times })) ?? [
      { key: 1, startsAt: '08:30', endsAt: '10:05' },
    ],
  );
  const offset = (bells?.pairs[0]?.number ?? 1) - 1;
  return (
    <ActDialog
      label={bells ? 'Изменить…' : 'Добавить звонки…'}
      confirm="Записать"
      title={bells?.name ?? 'Новые звонки'}
      small={bells !== undefined}
      act={(form, key) => {
        const [starts, ends] = [form.getAll('startsAt').map(String), form.getAll('endsAt').map(String)];
        const values = {
          name: formText(form, 'name'),
          isDefault: form.has('isDefault') || first === true,
          shortened: form.has('shortened'),
          classPeriods: starts.map((startsAt, place) => {
            return { number: offset + place + 1, startsAt, endsAt: ends[place] ?? '' };
          }),
        };
        if (!bells) return setBellsAction({ schedules: [values] }, key);
        return editBellsAction({ id: bells.id, version: bells.version, ...values }, key);
      }}
    >
      <FormField
        name="name"
        label="Название"
        defaultValue={bells?.name}
        hint="Например: Вторая смена"
        maxLength={80}
        required
      />
      <div className="bell-lines">
        {lines.map(({ key, startsAt, endsAt }, place) => (
          <div key={key} className="bell-line">
            <span>{offset + place + 1}-я пара</span>
            <input
              className="input"
              type="time"
              name="startsAt"
              defaultValue={startsAt}
              aria-label={`Начало ${offset + place + 1}-й пары`}
              required
            />
            <input
              className="input"
              type="time"
              name="endsAt"
              defaultValue={endsAt}
              aria-label={`Конец ${offset + place + 1}-й пары`}
              required
            />
          </div>
        ))}
      </div>
      <div className="act-foot">
        <Button
          size="small"
          disabled={lines.length >= 12}
          onClick={() => setLines([...lines, { key: (lines.at(-1)?.key ?? 0) + 1, startsAt: '', endsAt: '' }])}
        >
          Ещё пара
        </Button>
        <Button size="small" disabled={lines.length < 2} onClick={() => setLines(lines.slice(0, -1))}>
          Убрать последнюю
        </Button>
      </div>
      <CheckField name="shortened" label="для сокращённых дней" defaultChecked={bells?.shortened} />
      {!bells?.isDefault && !first && <CheckField name="isDefault" label="обычные: звонят, если не указано иное" />}
    </ActDialog>
  );
}
