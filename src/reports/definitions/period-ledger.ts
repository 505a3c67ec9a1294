import { ledgerQuery } from '../ledger/ledger-params';
import { previewLedger, printedLedger } from '../ledger/ledger-pdf';
import { printLedger } from '../ledger/print-ledger';

/** «Ведомость успеваемости» of a group for a period, dated, on paper (S0 П2.1; ). */
export const periodLedger = {
  id: 'period-ledger',
  title: 'Ведомость успеваемости',
  purpose: 'Твёрдая копия журнала группы за период: отметки, посещаемость, темы, домашние задания, итоги',
  permission: 'report.preview',
  query: ledgerQuery,
  preview: previewLedger,
  printed: printedLedger,
  print: printLedger,
} as const;
