import type { Actor } from '@/access/actor';
import { hoursOfRows } from '@/domain/schemes/topic-rows';
import type { SchemeView } from '@/features/schemes/scheme-view';
import { fullDate, fullDateTime } from '@/texts/format';
import { type ReportColumn, type ReportDocument, text, whole } from '../document';

/** A КТП as a table that comes back through the import as it is. */
export function schemeDocument(view: SchemeView, institution: string, actor: Actor): ReportDocument {
  const labels = new Map(view.lessonTypes.map(({ id, label }) => [id, label]));
  const approved = view.approvedOn ? `, утверждено ${fullDate(view.approvedOn)}` : '';
  const rows = view.topics.map((topic, place) => [
    whole(place + 1),
    text(topic.part),
    text(topic.title),
    whole(Number(topic.hours)),
    text(topic.content),
    text(topic.homework),
    text(labels.get(topic.lessonType) ?? topic.lessonType),
    text(topic.materials),
  ]);
  return {
    title: 'Календарно-тематический план',
    subtitle: `${view.title}${approved}`,
    organisation: institution,
    asOf: `${view.author}, версия ${view.version}, ${fullDateTime(actor.now, actor.timeZone)}`,
    createdAt: actor.now,
    fileName: `КТП, ${view.title}`,
    paper: { landscape: true, bindingMarginMm: 20 },
    blocks: [
      {
        ...{ kind: 'table', title: '', columns, rows },
        totals: [
          [null, null, { text: 'Всего', strong: true }, whole(hoursOfRows(view.topics)), null, null, null, null],
        ],
      },
    ],
  };
}

const columns: readonly ReportColumn[] = [
  { title: '№', width: 8, align: 'centre', sticky: true },
  { title: 'Раздел', width: 36, align: 'left' },
  { title: 'Тема', width: 70, align: 'left' },
  { title: 'Часы', width: 12, align: 'centre' },
  { title: 'Содержание', width: 60, align: 'left' },
  { title: 'ДЗ', width: 40, align: 'left' },
  { title: 'Вид занятия', width: 30, align: 'left' },
  { title: 'Материалы', width: 40, align: 'left' },
];
