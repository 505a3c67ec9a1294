import { FormField, FormSelect } from '@/ui/form-field';
import { formText } from '@/ui/form-values';
import type { CalendarYear, SharedSpan } from '../calendar-view';
import { spanWords } from '../calendar-words';

const kinds = ['practice', 'session', 'vacation', 'finalAttestation'] as const;

/** What is asked of a span of the graph: the same when it is entered and when it is corrected. */
export function SpanFields({ year, span }: { year: CalendarYear; span?: SharedSpan }) {
  const days = { type: 'date', min: year.startsOn, max: year.endsOn, required: true } as const;
  return (
    <>
      <FormSelect name="kind" label="Что" defaultValue={span?.kind ?? 'practice'}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {spanWords[kind].name}
          </option>
        ))}
      </FormSelect>
      <FormField
        name="name"
        label="Название"
        defaultValue={span?.name}
        hint="Например: УП.01. Можно не писать."
        maxLength={120}
      />
      <div className="act-line">
        <FormField {...days} name="startsOn" label="Первый день" defaultValue={span?.startsOn} />
        <FormField {...days} name="endsOn" label="Последний день" defaultValue={span?.endsOn} />
      </div>
    </>
  );
}

/** What was typed into them. */
export const spanOf = (form: FormData) => ({
  kind: kinds.find((kind) => kind === formText(form, 'kind')) ?? ('practice' as const),
  name: formText(form, 'name'),
  startsOn: formText(form, 'startsOn'),
  endsOn: formText(form, 'endsOn'),
});
