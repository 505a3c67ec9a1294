'use client';

import { useState } from 'react';
import { fullDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { DivisionView, SubgroupsView } from '../subgroups-view';
import { useDivision } from './use-division';

/** Everybody on the list with the subgroup beside the name; «никто» stands out. */
export function DivisionForm({ division, view }: { division: DivisionView; view: SubgroupsView }) {
  const { send, busy, failure, done } = useDivision();
  /** `seen`: where the student was when the choice was made. */
  const [chosen, setChosen] = useState<Readonly<Record<number, { now: string; seen: string | null }>>>({});
  const nowOf = (studentId: number, was: string | null): string => chosen[studentId]?.now ?? was ?? '';
  const changed = division.students.filter(({ studentId, was }) => nowOf(studentId, was) !== (was ?? ''));
  const count = (name: string): number =>
    division.students.filter(({ studentId, was }) => nowOf(studentId, was) === name).length;

  async function save(): Promise<void> {
    const saved = await send({
      ...{ groupId: view.group.id, division: division.division, from: view.on, subgroups: [...division.subgroups] },
      students: changed.map(({ studentId, was }) => ({ studentId, was, now: nowOf(studentId, was) || null })),
    });
    if (saved) setChosen({});
  }

  return (
    <>
      <table className="tb subgroups-table">
        <thead>
          <tr>
            <th scope="col">Студент</th>
            {division.subgroups.map((name) => (
              <th key={name} scope="col">
                {name}: {count(name)}
              </th>
            ))}
            <th scope="col">ни в какой: {count('')}</th>
          </tr>
        </thead>
        <tbody>
          {division.students.map(({ studentId, name, was }) => (
            <tr key={studentId} className={nowOf(studentId, was) === '' ? 'is-bad' : undefined}>
              <th scope="row">
                {name}
                {chosen[studentId] && chosen[studentId].seen !== was && (
                  <span className="sub state-attention">записано: {was ?? 'ни в какой'}</span>
                )}
              </th>
              {[...division.subgroups, ''].map((subgroup) => (
                <td key={subgroup}>
                  <label className="subgroups-choice">
                    <input
                      type="radio"
                      name={`${division.division} ${studentId}`}
                      checked={nowOf(studentId, was) === subgroup}
                      disabled={!view.mayEnter}
                      onChange={() => setChosen((now) => ({ ...now, [studentId]: { now: subgroup, seen: was } }))}
                    />
                    <span className="sr-only">{`${name}: ${subgroup || 'ни в какой'}`}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
      {done && (
        <Notice kind="done" live>
          {done}
        </Notice>
      )}
      {view.mayEnter && (
        <div className="subgroups-foot">
          <Button
            look="main"
            onClick={() => void save()}
            aria-disabled={busy || changed.length === 0 || undefined}
            disabled={changed.length === 0}
          >
            Сохранить с {fullDate(view.on)}: {changed.length}
          </Button>
          <span className="small text-text2">До этого дня состав останется прежним.</span>
        </div>
      )}
    </>
  );
}
