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

  function tick(ticked: readonly Change[]) {
    const next = new Map(changes);
    for (const change of ticked) {
      const own = groups.find(({ id }) => id === change.groupId)?.periods.some(({ id }) => id === change.periodId);
      const key = `${change.groupId} ${change.periodId}`;
      if (change.chosen === own) next.delete(key);
      else next.set(key, change);
    }
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
                  {may.choose && groups.length > 1 && (
                    <Button
                      size="small"
                      aria-label={`${name}: отметить всем`}
                      onClick={() => tick(groups.map((group) => ({ groupId: group.id, periodId: id, chosen: true })))}
                    >
                      всем
                    </Button>
                  )}
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
                          onChange={({ target }) => tick([{ groupId: group.id, periodId, chosen: target.checked }])}
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
