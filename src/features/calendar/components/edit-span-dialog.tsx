'use client';

import { dateRange } from '@/texts/format';
import { ActDialog } from '@/ui/act-dialog';
import { CheckField } from '@/ui/field';
import { formNumbers } from '@/ui/form-values';
import { editSpansAction } from '../actions';
import type { CalendarYear, SharedSpan } from '../calendar-view';
import { spanWords } from '../calendar-words';
import { SpanFields, spanOf } from './span-fields';

type Props = { year: CalendarYear; span: SharedSpan };

/** Other days, another kind or name for a span: of all its groups or of some. */
export function EditSpanDialog({ year, span }: Props) {
  return (
    <ActDialog
      label="Изменить…"
      confirm="Записать"
      title={titleOf(span)}
      small
      progress={<p>Занятия перекладываются…</p>}
      act={async (form, key) => {
        const spans = chosenSpans(form, span);
        return spans.length === 0 ? noGroups : editSpansAction({ spans, to: spanOf(form) }, key);
      }}
    >
      <SpanFields year={year} span={span} />
      <SpanGroups span={span} legend="У каких групп изменить" />
    </ActDialog>
  );
}

/** Takes a span out of the graph: the week's lessons come back to its days. */
export function RemoveSpanDialog({ span }: { span: SharedSpan }) {
  return (
    <ActDialog
      label="Убрать…"
      confirm="Убрать"
      title={`Убрать: ${titleOf(span)}`}
      look="danger"
      small
      progress={<p>Занятия перекладываются…</p>}
      act={async (form, key) => {
        const spans = chosenSpans(form, span);
        return spans.length === 0 ? noGroups : editSpansAction({ spans, to: null }, key);
      }}
    >
      <p>На эти дни вернутся занятия по расписанию недели.</p>
      <SpanGroups span={span} legend="У каких групп убрать" />
    </ActDialog>
  );
}

function SpanGroups({ span: { groups }, legend }: { span: SharedSpan; legend: string }) {
  return (
    <fieldset className="pick-list">
      <legend>{legend}</legend>
      {groups.map(({ spanId, name }) => (
        <CheckField key={spanId} name="spanIds" value={spanId} label={name} defaultChecked />
      ))}
    </fieldset>
  );
}

const titleOf = ({ kind, name, startsOn, endsOn }: SharedSpan): string =>
  `${[spanWords[kind].name, name].filter(Boolean).join(', ')} ${dateRange(startsOn, endsOn)}`;

function chosenSpans(form: FormData, { groups }: SharedSpan) {
  const ids = new Set(formNumbers(form, 'spanIds'));
  return groups.filter(({ spanId }) => ids.has(spanId)).map(({ spanId, version }) => ({ id: spanId, version }));
}

const noGroups = {
  ok: false as const,
  error: { code: 'INVALID', message: 'Отметьте хотя бы одну группу: ничего не изменено.' },
};
