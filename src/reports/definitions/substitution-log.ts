import { defineReport } from '../define';
import { buildLog } from '../substitutions/build-log';
import { loadLog } from '../substitutions/load-log';
import { logFields, logParams } from '../substitutions/log-params';

/** «Журнал замещённых и пропущенных занятий» of the college or a group (S0 4.2.2.4; R-045). */
export const substitutionLog = defineReport({
  id: 'substitution-log',
  college: true,
  title: 'Журнал замещённых и пропущенных занятий',
  purpose: 'Кого, почему и кем заменили, что перенесено и не проведено, с приказами и часами',
  permission: 'study.view',
  params: logParams,
  fields: logFields,
  load: loadLog,
  build: buildLog,
});
