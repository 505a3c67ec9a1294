import { orderKindLabels } from '@/texts/labels';
import { Field, SelectField } from '@/ui/field';
import type { FormGroup } from '../load-order-form';
import { joinsGroup, type OrderDraft, orderActs, type StudyFormChoice, withKind } from '../order-draft';

const forms: readonly (readonly [StudyFormChoice, string])[] = [
  ['homeStudy', 'обучение на дому'],
  ['familyForm', 'семейная форма'],
  ['usual', 'обычная, в группе'],
];

type Props = {
  draft: OrderDraft;
  groups: readonly FormGroup[];
  onChange: (next: Partial<OrderDraft>) => void;
  setDraft: (next: (now: OrderDraft) => OrderDraft) => void;
};

/** Kind, number, date, subject, the day from which it acts, and what this kind needs beside them. */
export function OrderFields({ draft, groups, onChange, setDraft }: Props) {
  const { kind } = draft;
  return (
    <div className="order-fields">
      <SelectField
        id="order-kind"
        label="Какой приказ"
        value={kind}
        onChange={({ target }) => {
          const chosen = orderActs.find((one) => one === target.value);
          if (!chosen) return;
          onChange({});
          setDraft((now) => withKind(now, chosen));
        }}
      >
        {orderActs.map((one) => (
          <option key={one} value={one}>
            {orderKindLabels[one]}
          </option>
        ))}
      </SelectField>
      <Field
        id="order-number"
        label="Номер"
        value={draft.number}
        maxLength={40}
        autoComplete="off"
        onChange={({ target }) => onChange({ number: target.value })}
      />
      <Field
        id="order-date"
        label="Дата приказа"
        type="date"
        value={draft.date}
        onChange={({ target }) => onChange({ date: target.value })}
      />
      <Field
        id="order-from"
        label={kind === 'graduation' ? 'Последний день обучения' : 'Действует с'}
        type="date"
        value={draft.effectiveOn}
        onChange={({ target }) => onChange({ effectiveOn: target.value })}
      />
      <ActFields draft={draft} groups={groups} onChange={onChange} />
      <div className="line">
        <Field
          id="order-subject"
          label="О чём"
          value={draft.subject}
          maxLength={300}
          onChange={({ target }) => onChange({ subject: target.value })}
        />
      </div>
    </div>
  );
}

/** A leave and a form of study may have a last day; without one they last until another order. */
function ActFields({ draft, groups, onChange }: Omit<Props, 'setDraft'>) {
  const { kind } = draft;
  const ends = kind === 'academicLeave' || (kind === 'studyForm' && draft.form !== 'usual');
  return (
    <>
      {kind === 'studyForm' && (
        <SelectField
          id="order-form"
          label="Форма обучения"
          value={draft.form}
          onChange={({ target }) =>
            onChange({ form: forms.find(([form]) => form === target.value)?.[0] ?? 'homeStudy' })
          }
        >
          {forms.map(([form, label]) => (
            <option key={form} value={form}>
              {label}
            </option>
          ))}
        </SelectField>
      )}
      {ends && (
        <Field
          id="order-until"
          label="По какой день (если известно)"
          type="date"
          value={draft.endsOn}
          min={draft.effectiveOn}
          onChange={({ target }) => onChange({ endsOn: target.value })}
        />
      )}
      {(joinsGroup(kind) || kind === 'returnFromLeave') && (
        <SelectField
          id="order-target"
          label="В группу"
          value={draft.target ?? ''}
          onChange={({ target }) => onChange({ target: Number(target.value) || null })}
        >
          <option value="">{kind === 'returnFromLeave' ? 'в свою прежнюю' : 'выберите'}</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
