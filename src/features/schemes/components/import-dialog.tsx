'use client';

import { type ChangeEvent, useState } from 'react';
import { hoursOfRows, topicFaults } from '@/domain/schemes/topic-rows';
import { readPasted } from '@/tabular/read-pasted';
import { type Table, TableRefusal } from '@/tabular/table';
import { hours } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { readFile } from '../client/read-file';
import type { LessonTypeChoice } from '../scheme-view';
import { type FoundTopics, topicsOfTable } from '../topics-of-table';
import { ImportPreview } from './import-preview';

type Props = {
  lessonTypes: readonly LessonTypeChoice[];
  /** Whether the draft has lines, which the new ones would stand behind or replace. */
  filled: boolean;
  onPut: (topics: FoundTopics['topics'], how: 'instead' | 'behind') => void;
};

/** A КТП from a spreadsheet: shown with its bad cells first, then it fills the table of the draft, which is still not saved. */
export function ImportDialog({ lessonTypes, filled, onPut }: Props) {
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<FoundTopics | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  function take(read: () => Table): void {
    try {
      const topics = topicsOfTable(read(), lessonTypes);
      setFound(topics.topics.length > 0 ? topics : null);
      setRefused(topics.topics.length > 0 ? null : 'В таблице не нашлось ни одной темы.');
    } catch (error) {
      if (!(error instanceof TableRefusal)) throw error;
      setFound(null);
      setRefused(error.message);
    }
  }

  function typed({ target }: ChangeEvent<HTMLTextAreaElement>): void {
    if (target.value.trim() !== '') take(() => readPasted(target.value));
    else setFound(null);
  }

  async function chosen({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = target.files?.[0];
    if (!file) return;
    setBusy(true);
    const read = await readFile(file);
    setBusy(false);
    target.value = '';
    if ('table' in read) return take(() => read.table);
    setFound(null);
    setRefused(read.refused);
  }

  function put(how: 'instead' | 'behind'): void {
    if (found) onPut(found.topics, how);
    setFound(null);
    setOpen(false);
  }

  const known = new Set(lessonTypes.map(({ id }) => id));
  const bad = found?.topics.filter((topic) => Object.keys(topicFaults(topic, known)).length > 0).length ?? 0;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Вставить из Excel</Button>
      <Dialog
        open={open}
        title="КТП из таблицы"
        onClose={() => setOpen(false)}
        footer={
          found && (
            <>
              <Button look="main" onClick={() => put(filled ? 'behind' : 'instead')}>
                {filled ? 'Добавить в конец' : 'Перенести в КТП'}
              </Button>
              {filled && <Button onClick={() => put('instead')}>Заменить все строки</Button>}
              <span className="aside-note">Пока ничего не записано: сохраните КТП, когда проверите.</span>
            </>
          )
        }
      >
        {open && (
          <div className="scheme-import">
            <label className="field">
              <span className="label">
                Скопируйте таблицу в Excel и вставьте сюда: тема, часы, содержание, ДЗ; заголовки столбцов узнаются
              </span>
              <textarea className="input" rows={4} onChange={typed} placeholder="Тема	Часы	Содержание	ДЗ" />
            </label>
            <label className="field">
              <span className="label">или файл XLSX, CSV до 1 МБ</span>
              <input className="input" type="file" accept=".xlsx,.csv,.txt" onChange={(event) => void chosen(event)} />
            </label>
            {busy && <p role="status">Файл читается…</p>}
            {refused && (
              <Notice kind="error" live>
                {refused}
              </Notice>
            )}
            {found && (
              <>
                <p role="status">
                  Найдено: {counted(found.topics.length, 'тема', 'темы', 'тем')}, {hours(hoursOfRows(found.topics))}.
                  {bad > 0 && ` С ошибками: ${counted(bad, 'строка', 'строки', 'строк')}, их можно поправить в КТП.`}
                  {found.unread.length > 0 && ` Не прочитаны столбцы: ${found.unread.join(', ')}.`}
                </p>
                <ImportPreview topics={found.topics} lessonTypes={lessonTypes} />
              </>
            )}
          </div>
        )}
      </Dialog>
    </>
  );
}
