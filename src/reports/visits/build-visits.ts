import type { Actor } from '@/access/actor';
import { visitStateWords } from '@/features/parent-visits/visit-words';
import { fullDateTime } from '@/texts/format';
import { counted } from '@/texts/plural';
import { percent, type ReportColumn, type ReportDocument, text, whole } from '../document';
import type { VisitsData } from './load-visits-report';

const title = 'Посещение дневника родителями';

/** The curator's monthly paper (R-126; domain.md B.5-16): who of the parents signs in, how often, and when last. */
export function buildVisits({ visits, institution }: VisitsData, actor: Actor): ReportDocument {
  const { group, days, lines, parents, came, share, curator } = visits;
  const span = counted(days, 'день', 'дня', 'дней');
  const rows = lines.map((line, place) => [
    whole(place + 1),
    text(line.student),
    text(line.parent),
    text(line.relation),
    text(visitStateWords[line.state]),
    text(line.last),
    whole(line.visits),
  ]);
  return {
    title,
    subtitle: `${group}, за ${span}`,
    organisation: institution,
    asOf: `${title}, ${group}, записи на ${fullDateTime(actor.now, actor.timeZone)}`,
    createdAt: actor.now,
    fileName: `${title}, ${group}`,
    paper: { landscape: false, bindingMarginMm: 30 },
    blocks: [
      { kind: 'table', title: '', columns, rows, totals: [] },
      {
        kind: 'keyValues',
        items: [
          { label: 'Родителей с открытым дневником', value: whole(parents) },
          { label: `Заходили за ${span}`, value: whole(came) },
          { label: 'Доля, %', value: percent(share) },
        ],
      },
      { kind: 'signatures', items: [{ role: 'Куратор', name: curator }] },
    ],
  };
}

const columns: readonly ReportColumn[] = [
  { title: '№', width: 7, align: 'centre', sticky: true },
  { title: 'Студент', width: 36, align: 'left', sticky: true },
  { title: 'Родитель', width: 44, align: 'left' },
  { title: 'Кем приходится', width: 18, align: 'left' },
  { title: 'Состояние', width: 30, align: 'left' },
  { title: 'Последний вход', width: 24, align: 'left' },
  { title: 'Входов', width: 12, align: 'centre' },
];
