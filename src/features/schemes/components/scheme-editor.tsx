'use client';

import { useState } from 'react';
import type { TopicConflict } from '@/domain/schemes/merge-topics';
import { hoursOfRows, topicFaults } from '@/domain/schemes/topic-rows';
import { hours, time } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { putLines, redo, typeCell, undo } from '../client/scheme-table';
import { useSchemeDraft } from '../client/use-scheme-draft';
import type { SchemeView } from '../scheme-view';
import { ImportDialog } from './import-dialog';
import { JournalChoice } from './journal-choice';
import { SendButton } from './send-button';
import { TopicTable } from './topic-table';

/** The draft of a КТП: its name, its journals, its lines; saved as a whole and handed in. */
export function SchemeEditor({ view }: { view: SchemeView }) {
  const draft = useSchemeDraft(view);
  const { table, setTable } = draft;
  const [judged, setJudged] = useState(false);
  const known = new Set(view.lessonTypes.map(({ id }) => id));
  const wrong = table.rows.filter((row) => Object.keys(topicFaults(row, known)).length > 0).length;

  /** The saved revision, or null when something has to be mended first. */
  async function save(): Promise<number | null> {
    setJudged(wrong > 0);
    return wrong > 0 ? null : draft.save();
  }

  function settle(conflict: TopicConflict, take: boolean): void {
    if (take) setTable((now) => typeCell(now, conflict.key, conflict.field, conflict.theirs));
    draft.settle(conflict);
  }

  return (
    <div className="scheme-editor">
      <label className="field">
        <span className="label">Название</span>
        <input
          className="input"
          maxLength={300}
          value={draft.title}
          onChange={({ target }) => draft.setTitle(target.value)}
        />
      </label>
      <JournalChoice
        journals={view.journals}
        chosen={draft.sections}
        schemeHours={hoursOfRows(table.rows)}
        onChoose={draft.setSections}
      />
      <div className="scheme-bar">
        <Button look={draft.dirty ? 'main' : 'plain'} disabled={!draft.dirty || draft.busy} onClick={() => void save()}>
          {draft.busy ? 'Сохраняется…' : 'Сохранить'}
        </Button>
        <ImportDialog
          lessonTypes={view.lessonTypes}
          filled={table.rows.length > 0}
          onPut={(topics, how) => {
            setTable((now) => putLines(now, topics, how, () => crypto.randomUUID()));
            setJudged(true);
          }}
        />
        <Button size="small" disabled={table.past.length === 0} onClick={() => setTable(undo)}>
          Отменить
        </Button>
        <Button size="small" disabled={table.ahead.length === 0} onClick={() => setTable(redo)}>
          Вернуть
        </Button>
        <span className="aside-note" role="status">
          {counted(table.rows.length, 'тема', 'темы', 'тем')}, {hours(hoursOfRows(table.rows))}
          {draft.dirty ? ' · есть несохранённое' : savedWords(view)}
        </span>
        <span className="push">
          {view.may.send && (
            <SendButton
              schemeId={view.id}
              disabled={draft.busy || table.rows.length === 0}
              ready={async () => (draft.dirty ? save() : draft.base.revision)}
            />
          )}
        </span>
      </div>
      {judged && wrong > 0 && (
        <Notice kind="error" live>
          С ошибками: {counted(wrong, 'строка', 'строки', 'строк')}. Клетки отмечены, исправьте их и сохраните.
        </Notice>
      )}
      {draft.failure && (
        <Notice kind="error" live>
          {draft.failure}
        </Notice>
      )}
      {draft.merge && (
        <Notice kind="warning" live>
          Пока вы правили, {draft.merge.by || 'другой человек'} сохранил(а) своё
          {draft.merge.at && ` в ${time(new Date(draft.merge.at), view.timeZone)}`}. Его правки добавлены к вашим
          {draft.merge.conflicts.length > 0 &&
            `, разошлись в ${counted(draft.merge.conflicts.length, 'клетке', 'клетках', 'клетках')}: выберите в них`}
          . Нажмите «Сохранить», чтобы записать.
        </Notice>
      )}
      <TopicTable
        table={table}
        setTable={setTable}
        lessonTypes={view.lessonTypes}
        judged={judged}
        conflicts={draft.merge?.conflicts ?? none}
        onSettle={settle}
        onSave={() => void save()}
      />
      <p className="aside-note">
        Enter – строка ниже, Ctrl+Enter – новая строка, Ctrl+Shift+Enter – новый раздел, Alt+↑ и Alt+↓ – переставить,
        Alt+Delete – удалить, Ctrl+Z – отменить, Ctrl+S – сохранить. Таблицу из Excel можно вставить прямо в клетку.
      </p>
    </div>
  );
}

const none: readonly TopicConflict[] = [];

function savedWords({ saved, timeZone }: SchemeView): string {
  return saved ? ` · сохранено в ${time(new Date(saved.at), timeZone)}, ${saved.by}` : '';
}
