'use client';

import { useState, useTransition } from 'react';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { waiting } from '../client/cell-flags';
import { done } from '../client/notices';
import { useJournal, useJournalState } from './journal-context';

/** Shows the given period grades in the diary; what is not saved yet goes first. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { store, publishAction } = useJournal();
  const view = useJournalState((state) => state.view);
  const rows = useJournalState((state) => state.rows);
  const unsent = useJournalState((state) => waiting(state).length);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const given = rows.filter((row) => row.grade.value !== null);
  const fresh = given.filter((row) => row.grade.publishedAt === null).length;
  const publish = () =>
    start(async () => {
      const answer = await publishAction?.({ sectionId: view.section.id, periodId: view.period.id });
      if (!answer) return;
      if (!answer.ok) {
        setRefusal(answer.error.message);
        return;
      }
      const at = new Date().toISOString();
      const marked = rows.map((row) =>
        row.grade.value === null ? row : { ...row, grade: { ...row.grade, publishedAt: row.grade.publishedAt ?? at } },
      );
      const { published, late } = answer.result;
      const words = counted(published, 'отметка', 'отметки', 'отметок');
      const said = `Опубликовано в дневнике: ${words}${late > 0 ? `, позже срока: ${late}` : ''}.`;
      store.set((state) => ({ ...done(state, said), rows: marked, dialog: null }));
    });
  return (
    <Dialog
      open
      title={`Итоговые отметки · ${view.period.name}`}
      onClose={onClose}
      footer={
        <>
          <Button look="main" disabled={busy || unsent > 0 || fresh === 0} onClick={publish}>
            Опубликовать: {fresh}
          </Button>
          <Button onClick={onClose}>Не сейчас</Button>
        </>
      }
    >
      <p>
        Выставлено {given.length} из {rows.length}. После публикации студенты и родители увидят их в дневнике.
      </p>
      {unsent > 0 && <p className="t2">Сначала сохранятся последние записи: {unsent}.</p>}
      {refusal && (
        <Notice kind="error" live>
          {refusal}
        </Notice>
      )}
    </Dialog>
  );
}
