'use client';

import type { KeyboardEvent } from 'react';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useLoadDesk } from '../client/use-load-desk';
import type { GroupLoad } from '../load-view';
import { LoadLineRows } from './load-line-rows';
import { OpenLines } from './open-lines-button';

/** Lines and their journals: teachers by name from the list, hours beside the plan's; saved together. */
export function LoadDesk({ load }: { load: GroupLoad }) {
  const desk = useLoadDesk(load);
  const missing = load.lines.filter((line) => line.opensAlone && line.plan.length > 0 && line.parts.length === 0);

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return;
    event.preventDefault();
    void desk.save();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S anywhere in the table saves it.
    <div onKeyDown={onKeyDown}>
      <div className="load-tools">
        {load.mayEnter && missing.length > 0 && <OpenLines load={load} lines={missing} />}
        {load.mayEnter && (
          <Button
            look="main"
            className="push"
            onClick={() => void desk.save()}
            aria-disabled={desk.busy || desk.changes === 0 || undefined}
          >
            {desk.busy
              ? 'Сохраняется…'
              : desk.changes > 0
                ? `Сохранить ${counted(desk.changes, 'изменение', 'изменения', 'изменений')}`
                : 'Сохранено'}
          </Button>
        )}
      </div>
      {desk.failure && (
        <Notice kind="error" live>
          {desk.failure}
        </Notice>
      )}
      <datalist id="teachers">
        {load.teachers.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <div className="load-scroll">
        <table className="tb load-table">
          <thead>
            <tr>
              <th scope="col">Индекс</th>
              <th scope="col">Дисциплина, часть группы</th>
              <th scope="col">Преподаватель</th>
              {load.periods.map(({ id, name }) => (
                <th key={id} scope="col" className="num">
                  {name}, ч
                </th>
              ))}
              <th scope="col" className="num">
                По плану, ч
              </th>
              <th scope="col" className="num">
                Проведено, ч
              </th>
              <th scope="col">
                <span className="sr-only">Действие</span>
              </th>
            </tr>
          </thead>
          {load.lines.map((line) => (
            <LoadLineRows key={line.itemId} line={line} load={load} desk={desk} />
          ))}
        </table>
      </div>
    </div>
  );
}
