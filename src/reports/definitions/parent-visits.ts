import { defineReport } from '../define';
import { buildVisits } from '../visits/build-visits';
import { loadVisitsReport } from '../visits/load-visits-report';
import { visitFields, visitParams } from '../visits/visit-params';

/** «Отчёт о посещении журнала родителями» of a group (S0 П1.К3; R-126). */
export const parentVisits = defineReport({
  id: 'parent-visits',
  title: 'Посещение дневника родителями',
  purpose: 'Кто из родителей заходит в дневник, сколько раз и когда последний: куратору не реже раза в месяц',
  permission: 'report.preview',
  params: visitParams,
  fields: visitFields,
  load: loadVisitsReport,
  build: buildVisits,
});
