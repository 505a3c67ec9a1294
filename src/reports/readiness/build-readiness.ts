import type { Actor } from '@/access/actor';
import type { ReadinessView } from '@/features/readiness/readiness-view';
import { fullDate, fullDateTime } from '@/texts/format';
import { roleLabels } from '@/texts/labels';
import { type ReportColumn, type ReportDocument, text, whole } from '../document';

export type ReadinessData = { view: ReadinessView; institution: string };

const states = { done: 'готово', attention: 'не готово', overdue: 'просрочено' } as const;

/** «Готовность к учебному году» (R-023; S3 4.1, 4.2): what is missing and who answers for it. */
export function buildReadiness({ view, institution }: ReadinessData, actor: Actor): ReportDocument {
  const title = `Готовность к ${view.year.name} учебному году`;
  const rows = view.lines.map(({ title: what, state, total, count, missing, lacks, role, people }, place) => {
    const more = count > missing.length ? ` и ещё ${count - missing.length}` : '';
    return [
      whole(place + 1),
      text(what),
      text(states[state]),
      whole(total - Math.min(count, total)),
      whole(count),
      text(count === 0 ? '' : `${lacks}: ${missing.join('; ')}${more}`),
      text([roleLabels[role], people.join(', ')].filter(Boolean).join(': ')),
    ];
  });
  return {
    title,
    subtitle: `срок ${fullDate(view.due)}, готово ${view.ready} из ${view.lines.length}`,
    organisation: institution,
    asOf: `${title}, записи на ${fullDateTime(actor.now, actor.timeZone)}`,
    createdAt: actor.now,
    fileName: title.replace('/', '-'),
    paper: { landscape: true, bindingMarginMm: 20 },
    blocks: [{ kind: 'table', title: '', columns, rows, totals: [] }],
  };
}

const columns: readonly ReportColumn[] = [
  { title: '№', width: 8, align: 'centre', sticky: true },
  { title: 'Что проверяется', width: 52, align: 'left', sticky: true },
  { title: 'Состояние', width: 24, align: 'left' },
  { title: 'Есть', width: 14, align: 'centre' },
  { title: 'Нет', width: 14, align: 'centre' },
  { title: 'Чего не хватает', width: 96, align: 'left' },
  { title: 'Кто отвечает', width: 48, align: 'left' },
];
