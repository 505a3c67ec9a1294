'use client';

import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { formText } from '@/ui/form-values';
import { saveDocumentAction } from '../actions';
import type { DocumentRow } from '../structure-view';

/** A link to a document on the site, or to the journal on which people learn. */
export function DocumentDialog({ document }: { document?: DocumentRow }) {
  return (
    <ActDialog
      label={document ? 'Изменить…' : 'Добавить ссылку…'}
      confirm="Записать"
      title={document ? 'Ссылка' : 'Новая ссылка'}
      small={document !== undefined}
      act={(form, key) => {
        const values = {
          kind: formText(form, 'kind') === 'training' ? ('training' as const) : ('normative' as const),
          title: formText(form, 'title'),
          url: formText(form, 'url'),
          note: formText(form, 'note'),
        };
        return saveDocumentAction({ id: document?.id ?? null, version: document?.version ?? 0, ...values }, key);
      }}
    >
      <FormField name="title" label="Название" defaultValue={document?.title} maxLength={200} required />
      <FormField
        name="url"
        label="Адрес на сайте"
        type="url"
        defaultValue={document?.url}
        placeholder="https://"
        maxLength={500}
        required
      />
      <FormField name="note" label="Примечание" defaultValue={document?.note} maxLength={300} />
      <FormSelect name="kind" label="Что это" defaultValue={document?.kind ?? 'normative'}>
        <option value="normative">нормативный документ</option>
        <option value="training">учебный журнал на вымышленных данных</option>
      </FormSelect>
    </ActDialog>
  );
}
