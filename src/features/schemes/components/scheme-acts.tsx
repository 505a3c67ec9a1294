'use client';

import { ActDialog } from '@/ui/act-dialog';
import { decideSchemeAction, recallSchemeAction, reviseSchemeAction, startSchemeAction } from '../actions';
import type { SchemeView } from '../scheme-view';
import { Begin } from './begin-button';

/** What may be done with a КТП that is not being written: decide, take back, begin the next version or one's own copy. */
export function SchemeActs({ view }: { view: SchemeView }) {
  const { id, revision, may, startFor } = view;
  const decide = (approve: boolean) => (form: FormData, key: string) =>
    decideSchemeAction({ schemeId: id, revision, approve, remark: String(form.get('remark') ?? '') }, key);
  return (
    <div className="scheme-bar">
      {may.decide && (
        <>
          <ActDialog label="Утвердить" confirm="Утвердить" title="Утвердить КТП" look="main" act={decide(true)}>
            <p>Журналы будут вестись по этому КТП. Изменить его можно будет только новой версией.</p>
            <Remark label="Примечание, если нужно" />
          </ActDialog>
          <ActDialog
            label="Вернуть с замечаниями"
            confirm="Вернуть"
            title="Вернуть КТП преподавателю"
            act={decide(false)}
          >
            <Remark label="Что исправить" required />
          </ActDialog>
        </>
      )}
      {may.recall && (
        <ActDialog
          label="Забрать с проверки"
          confirm="Забрать"
          title="Забрать КТП с проверки"
          act={(_, key) => recallSchemeAction({ schemeId: id }, key)}
        >
          <p>КТП снова станет черновиком. Когда исправите, отправьте его ещё раз.</p>
        </ActDialog>
      )}
      {may.revise && <Begin label="Новая версия" begin={() => reviseSchemeAction({ schemeId: id })} />}
      {startFor.map((journal) => (
        <Begin
          key={journal.id}
          label={`Взять за основу для ${journal.label}`}
          begin={() => startSchemeAction({ sectionId: journal.id, from: id })}
        />
      ))}
    </div>
  );
}

function Remark({ label, required }: { label: string; required?: boolean }) {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea name="remark" className="input" rows={4} maxLength={4000} required={required} />
    </label>
  );
}
