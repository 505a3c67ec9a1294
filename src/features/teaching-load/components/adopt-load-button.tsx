'use client';

import { counted } from '@/texts/plural';
import { ActDialog } from '@/ui/act-dialog';
import { adoptLoadAction } from '../actions';
import { OrderInputs, orderOf } from './order-inputs';

/** The order on the load of the year. */
export function AdoptLoad({ yearId, count, today }: { yearId: number; count: number; today: string }) {
  return (
    <ActDialog
      label={`Утвердить приказом… (${count})`}
      confirm="Утвердить нагрузку"
      title="Приказ о нагрузке"
      look="main"
      act={(form, key) => adoptLoadAction({ yearId, order: orderOf(form) }, key)}
    >
      <p>
        Приказом станет дана вся нагрузка года, которая пока без приказа:{' '}
        {counted(count, 'назначение', 'назначения', 'назначений')}. После этого преподавателя меняют с даты и по
        приказу.
      </p>
      <OrderInputs today={today} about="О распределении учебной нагрузки" />
    </ActDialog>
  );
}
