'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { RegulationEdits } from '@/domain/regulation/edit-regulation';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { useStepUp } from '@/ui/step-up';
import { editRegulationAction, previewRegulationAction } from '../actions';
import type { RegulationChange } from '../compose-regulation';
import type { RegulationForm as Form } from '../load-regulation-form';
import { AccessFields } from './access-fields';
import { AttendanceFields } from './attendance-fields';
import { DeadlineFields } from './deadline-fields';
import { MarkFields } from './mark-fields';
import { PrintFields } from './print-fields';
import { RegulationPreview } from './regulation-preview';
import { SchemeFields } from './scheme-fields';
import { WordFields } from './word-fields';
import { WorkFields } from './work-fields';
import { YearFields } from './year-fields';

type Preview = {
  problems: readonly { place: string; reason: string }[];
  changes: readonly RegulationChange[];
};

/** Settings of a new version; what they change is shown before they are put in force. */
export function RegulationForm({ form }: { form: Form }) {
  const router = useRouter();
  const ask = useStepUp();
  const [edits, setEdits] = useState(form.edits);
  const [validFrom, setValidFrom] = useState(form.today);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const wanted = { base: form.base, edits, validFrom };
  const set = (change: Partial<RegulationEdits>) => {
    setEdits({ ...edits, ...change });
    setPreview(null);
  };

  async function show(event: FormEvent) {
    event.preventDefault();
    const answer = await previewRegulationAction(wanted).catch(() => null);
    setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил. Повторите.'));
    setPreview(answer?.ok ? answer.result : null);
  }

  async function adopt() {
    const answer = await ask(() => editRegulationAction(wanted)).catch(() => null);
    setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил, редакция не введена. Повторите.'));
    if (answer?.ok) router.push('/admin/regulation');
  }

  return (
    <form onSubmit={show} className="regulation-form">
      <fieldset>
        <legend>Редакция</legend>
        <Field
          id="title"
          label="Название"
          value={edits.title}
          maxLength={200}
          required
          onChange={({ target }) => set({ title: target.value })}
        />
        <Field
          id="valid-from"
          label="Действует с"
          type="date"
          value={validFrom}
          min={form.today}
          required
          onChange={({ target }) => {
            setValidFrom(target.value);
            setPreview(null);
          }}
        />
      </fieldset>
      <AttendanceFields edits={edits} set={set} />
      <DeadlineFields edits={edits} set={set} />
      <MarkFields edits={edits} set={set} />
      <WorkFields edits={edits} set={set} />
      <SchemeFields edits={edits} set={set} />
      <AccessFields edits={edits} set={set} />
      <YearFields edits={edits} set={set} />
      <PrintFields edits={edits} set={set} />
      <WordFields edits={edits} set={set} />
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
      <Button type="submit" look={preview ? 'plain' : 'main'}>
        Показать, что изменится
      </Button>
      {preview && <RegulationPreview {...preview} validFrom={validFrom} onAdopt={() => void adopt()} />}
    </form>
  );
}
