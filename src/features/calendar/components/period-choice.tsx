'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { choosePeriodsAction } from '../actions';
import type { GraphView } from '../calendar-view';

type Change = { groupId: number; periodId: number; chosen: boolean };

/** Groups × periods: ticks are gathered and written together. A locked period stays. */
export function PeriodChoice({ periods, groups, may }: Pick<GraphView, 'periods' | 'groups' | 'may'>) {
  const router = useRouter();
  const [changes, setChanges] = useState<ReadonlyMap<string, Change>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  function toggle(change: Change, before: boolean) {
    const next = new Map(changes);
    const key = `${change.groupId} ${change.periodId}`;
    if (change.chosen === before) next.delete(key);
    else next.set(key, change);
    setChanges(next);
  }

  async function save() {
    setBusy(true);
    const answer = await choosePeriodsAction({ changes: [...changes.values()] }).catch(() => null);
    setBusy(false);
    setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил, ничего не записано. Повторите.'));
    if (!answer?.ok) return;
    setChanges(new Map());
    router.refresh();
  }

  return (
    <>
      <div className="graph-frame">
        <table className="tb choice-table">
          <thead>
            <tr>
              <th scope="col">Группа</th>
              {periods.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">{group.name}</th>
                {periods.map(({ id: periodId, name }) => {
                  const own = group.periods.find(({ id }) => id === periodId);
                  const change = changes.get(`${group.id} ${periodId}`);
                  return (
                    <td key={periodId} className={change ? 'is-changed' : undefined}>
                      <label>
                        <input
                          type="checkbox"
                          aria-label={`${group.name}: ${name}`}
                          checked={change?.chosen ?? own !== undefined}
                          disabled={!may.choose || own?.locked}
                          onChange={({ target }) =>
                            toggle({ groupId: group.id, periodId, chosen: target.checked }, own !== undefined)
                          }
                        />
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
      {changes.size > 0 && (
        <div className="choice-foot">
          <Button look="main" disabled={busy} onClick={() => void save()}>
            Записать
          </Button>
          <Button disabled={busy} onClick={() => setChanges(new Map())}>
            Отменить
          </Button>
          <span role="status">{counted(changes.size, 'изменение', 'изменения', 'изменений')}</span>
        </div>
      )}
    </>
  );
}
