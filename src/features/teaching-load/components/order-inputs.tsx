import { Field } from '@/ui/field';

/** Number, day and matter of an order in a dialog. */
export function OrderInputs({ today, about }: { today: string; about: string }) {
  return (
    <>
      <Field id="order-number" name="orderNumber" label="Приказ №" maxLength={40} required />
      <Field id="order-date" name="orderedOn" type="date" label="от" defaultValue={today} max={today} required />
      <Field id="order-about" name="orderAbout" label="О чём" maxLength={300} defaultValue={about} required />
    </>
  );
}

/** The order that was typed. */
export function orderOf(form: FormData): { number: string; orderedOn: string; about: string } {
  const text = (name: string): string => String(form.get(name) ?? '');
  return { number: text('orderNumber'), orderedOn: text('orderedOn'), about: text('orderAbout') };
}
