'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { YearGroup } from '../year-view';
import { LockButton } from './lock-button';
import { YearCellState } from './year-cell-state';

type Props = {
  yearId: number;
  periods: readonly { id: number; name: string }[];
  groups: readonly YearGroup[];
  mayLock: boolean;
};

/** Groups × periods: what is locked, what is missing; chosen groups are locked together. */
export function YearTable({ yearId, periods, groups, mayLock }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const choose = (ids: readonly number[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const all = groups.map(({ id }) => id);
  return (
    <>
      {mayLock && (
        <div className="year-tools">
          <LockButton periods={periods} groupIds={[...chosen]} />
          <span className="aside-note">Отметьте группы, затем выберите период.</span>
        </div>
      )}
      <table className="tb tb-hover year-table">
        <caption className="sr-only">Группы и периоды: что закрыто и чего не хватает</caption>
        <thead>
          <tr>
            <th scope="col">
              {mayLock && (
                <input
                  type="checkbox"
                  aria-label="Все группы"
                  checked={chosen.size === all.length && all.length > 0}
                  onChange={(event) => choose(all, event.target.checked)}
                />
              )}{' '}
              Группа
            </th>
            {periods.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, cells }) => (
            <tr key={id}>
              <th scope="row">
                {mayLock ? (
                  <label className="year-group">
                    <input
                      type="checkbox"
                      checked={chosen.has(id)}
                      onChange={(event) => choose([id], event.target.checked)}
                    />
                    {name}
                  </label>
                ) : (
                  name
                )}
              </th>
              {periods.map((period) => {
                const cell = cells.find(({ periodId }) => periodId === period.id);
                return (
                  <td key={period.id}>
                    {cell && (
                      <Link
                        prefetch={false}
                        className="year-cell"
                        href={`/year?year=${yearId}&group=${id}&period=${period.id}#place`}
                        aria-label={`${name}, ${period.name}`}
                      >
                        <YearCellState cell={cell} />
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
