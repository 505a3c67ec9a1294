'use client';

import { useRouter } from 'next/navigation';
import { Fragment, useState } from 'react';
import type { Permission, Role } from '@/access/permissions';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useStepUp } from '@/ui/step-up';
import { changeRightsAction } from '../actions';
import type { RightCell, RightsView } from '../load-rights';

type Change = { role: Role; permission: Permission; granted: boolean };

/** Ticks are gathered and written together, after the password. */
export function RightsTable({ rights }: { rights: RightsView }) {
  const router = useRouter();
  const ask = useStepUp();
  const [changes, setChanges] = useState<ReadonlyMap<string, Change>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);

  function toggle(change: Change, before: boolean) {
    const next = new Map(changes);
    const key = `${change.role} ${change.permission}`;
    if (change.granted === before) next.delete(key);
    else next.set(key, change);
    setChanges(next);
  }

  async function save() {
    const wanted = { changes: [...changes.values()] };
    const answer = await ask(() => changeRightsAction(wanted)).catch(() => null);
    setFailure(answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил, права не изменены. Повторите.'));
    if (!answer?.ok) return;
    setChanges(new Map());
    router.refresh();
  }

  return (
    <>
      <div className="rights-frame">
        <table className="tb rights">
          <thead>
            <tr>
              <th scope="col">Функция</th>
              {rights.roles.map(({ role, label }) => (
                <th key={role} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rights.areas.map(({ area, rows }) => (
              <Fragment key={area}>
                <tr className="group">
                  <th scope="rowgroup" colSpan={rights.roles.length + 1}>
                    {area}
                  </th>
                </tr>
                {rows.map(({ permission, words, cells }) => (
                  <tr key={permission}>
                    <th scope="row">{words}</th>
                    {cells.map((cell, place) => (
                      <Cell
                        key={cell.role}
                        cell={cell}
                        name={`${words}: ${rights.roles[place]?.label ?? ''}`}
                        change={changes.get(`${cell.role} ${permission}`)}
                        onChange={(granted) => toggle({ role: cell.role, permission, granted }, cell.state === 'on')}
                      />
                    ))}
                  </tr>
                ))}
              </Fragment>
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
        <div className="rights-foot">
          <Button look="main" onClick={() => void save()}>
            Записать
          </Button>
          <Button onClick={() => setChanges(new Map())}>Отменить</Button>
          <span role="status">{counted(changes.size, 'изменение', 'изменения', 'изменений')}</span>
        </div>
      )}
    </>
  );
}

type CellProps = { cell: RightCell; name: string; change: Change | undefined; onChange: (granted: boolean) => void };

function Cell({ cell, name, change, onChange }: CellProps) {
  if (cell.state === 'no') return <td />;
  const fixed = cell.state === 'fixed';
  const checked = change?.granted ?? (fixed || cell.state === 'on');
  return (
    <td className={change ? 'is-changed' : cell.own ? 'is-own' : undefined}>
      <label>
        <input
          type="checkbox"
          aria-label={name}
          checked={checked}
          disabled={fixed}
          onChange={({ target }) => onChange(target.checked)}
        />
      </label>
    </td>
  );
}
