import { snapshot } from '@/server/snapshot';
import { defineReport } from '../define';
import { chosenCourses } from '../ledger/chosen-courses';
import { ledgerDocument } from '../ledger/ledger-document';
import { ledgerQuery } from '../ledger/ledger-params';
import { previewLedger, printedLedger } from '../ledger/ledger-pdf';
import { loadLedger } from '../ledger/load-ledger';
import { isGroupVisible } from '../ledger/visible-group';

/** «Ведомость успеваемости» of a group for a period, dated, on paper (S0 П2.1; ). Its PDF is a form of its own. */
export const periodLedger = defineReport({
  id: 'period-ledger',
  title: 'Ведомость успеваемости',
  purpose: 'Твёрдая копия журнала группы за период: отметки, посещаемость, темы, домашние задания, итоги',
  permission: 'report.preview',
  params: ledgerQuery,
  fields: async () => [], // its page has a form of its own
  load: async (actor, params) => {
    if (!(await isGroupVisible(actor, params.group))) return null;
    const data = await snapshot((tx) => loadLedger(tx, params, actor.today));
    const only = data && chosenCourses(data, params);
    return data && only?.length !== 0 ? { data, only: only ?? undefined } : null;
  },
  build: ({ data, only }, actor) => ledgerDocument(data, actor.now, only),
  pdf: previewLedger,
  printed: printedLedger,
});
