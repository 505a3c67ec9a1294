import { defineReport } from '../define';
import { buildSummary } from '../summary/build-summary';
import { loadSummary } from '../summary/load-summary';
import { summaryFields } from '../summary/summary-fields';
import { summaryParams } from '../summary/summary-params';

/** «Сводная ведомость» of a group for a period or a year (S0 П2.2, S4 5.3; ). */
export const summaryLedger = defineReport({
  id: 'summary-ledger',
  title: 'Сводная ведомость',
  purpose: 'Итоговые отметки группы по всем дисциплинам, пропуски, успеваемость, качество, СОУ и средний балл',
  permission: 'report.preview',
  params: summaryParams,
  fields: summaryFields,
  load: loadSummary,
  build: buildSummary,
});
