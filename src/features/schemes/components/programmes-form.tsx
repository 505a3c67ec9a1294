'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { noteProgrammesAction } from '../actions';
import type { ProgrammeLine } from '../scheme-view';

/** Рабочие программы of the year: ticked and dated together; from that day the week for their КТП runs. */
export function ProgrammesForm({ lines, today }: { lines: readonly ProgrammeLine[]; today: string }) {
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [approvedOn, setApprovedOn] = useState(today);
  const [failure, setFailure] = useState<string | null>(null);
  const undated = lines.filter((line) => line.approvedOn === null).map(({ itemId }) => itemId);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await noteProgrammesAction({ itemIds: [...chosen], approvedOn }).catch(() => null);
    setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил, ничего не записано. Повторите.'));
    if (!answer?.ok) return;
    setChosen(new Set());
    router.refresh();
  }

  function toggle(id: number, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  return (
    <form onSubmit={submit}>
      <div className="scheme-bar">
        <Field
          id="programmes-on"
          type="date"
          label="Утверждены директором"
          value={approvedOn}
          max={today}
          required
          onChange={({ target }) => setApprovedOn(target.value)}
        />
        <Button type="submit" look="main" disabled={chosen.size === 0}>
          Записать для {counted(chosen.size, 'программы', 'программ', 'программ')}
        </Button>
        <Button disabled={undated.length === 0} onClick={() => setChosen(new Set(undated))}>
          Отметить все без даты: {undated.length}
        </Button>
      </div>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
      <table className="tb tb-hover scheme-lines">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Выбор</span>
            </th>
            <th scope="col">Программа</th>
            <th scope="col">Специальность, набор</th>
            <th scope="col">Группы</th>
            <th scope="col">Утверждена</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.itemId}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`${line.index} ${line.course}, ${line.program}`}
                  checked={chosen.has(line.itemId)}
                  onChange={({ target }) => toggle(line.itemId, target.checked)}
                />
              </td>
              <th scope="row" data-label="Программа">
                {line.index} {line.course}
              </th>
              <td data-label="Специальность, набор">{line.program}</td>
              <td data-label="Группы">{line.groups}</td>
              <td data-label="Утверждена">{line.approvedOn ? fullDate(line.approvedOn) : 'нет даты'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </form>
  );
}
