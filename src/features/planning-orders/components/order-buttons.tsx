'use client';

import { ActDialog } from '@/ui/act-dialog';
import { Field, SelectField } from '@/ui/field';
import { enterPlanningOrderAction, registerPlanningOrderAction } from '../actions';

/** An order that has come out and is still to be entered. */
export function RegisterOrder({ today }: { today: string }) {
  return (
    <ActDialog
      label="Приказ вышел…"
      confirm="Записать приказ"
      title="Приказ, который надо внести"
      act={(form, key) => {
        const text = (name: string): string => String(form.get(name) ?? '');
        const kind = text('kind') === 'timetable' ? ('timetable' as const) : ('load' as const);
        return registerPlanningOrderAction(
          { kind, number: text('number'), orderedOn: text('orderedOn'), about: text('about') },
          key,
        );
      }}
    >
      <p>Приказ об учебном плане записывают на странице плана: «Изменить по приказу».</p>
      <SelectField id="order-kind" name="kind" label="Что меняет">
        <option value="load">нагрузку</option>
        <option value="timetable">расписание</option>
      </SelectField>
      <Field id="order-number" name="number" label="Приказ №" maxLength={40} required />
      <Field id="order-date" name="orderedOn" type="date" label="от" defaultValue={today} max={today} required />
      <Field id="order-about" name="about" label="О чём" maxLength={300} required />
    </ActDialog>
  );
}

/** What the order asks for stands in the product. */
export function EnterOrder({ orderId }: { orderId: number }) {
  return (
    <ActDialog
      label="Внесён"
      confirm="Да, внесён"
      title="Приказ внесён полностью?"
      small
      act={(_, key) => enterPlanningOrderAction({ orderId }, key)}
    >
      <p>Отметка встанет сегодняшним днём и останется в истории.</p>
    </ActDialog>
  );
}
