import { defineReport } from '../define';
import { buildFulfilment } from '../fulfilment/build-fulfilment';
import { fulfilmentFields, fulfilmentParams } from '../fulfilment/fulfilment-params';
import { loadFulfilment } from '../fulfilment/load-fulfilment';

/** «Выполнение программ»: hours and topics by plan and given (S0 2.6, S2 4.2.2.6, S4 2.3; R-053). */
export const programmeFulfilment = defineReport({
  id: 'programme-fulfilment',
  title: 'Выполнение программ',
  purpose:
    'Часы и темы: по плану, дано, впереди и чего не хватит до конца периода – по журналам, преподавателям, группам',
  permission: 'report.preview',
  params: fulfilmentParams,
  fields: fulfilmentFields,
  load: loadFulfilment,
  build: buildFulfilment,
});
