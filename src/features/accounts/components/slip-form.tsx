'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useStepUp } from '@/ui/step-up';
import type { SlipPerson } from '../accounts-view';
import { newRequestKey, requestSlips, saveFile } from '../print-slips';
import { AccountStateSign } from './account-state';

type Told = { kind: 'done' | 'error'; text: string };

/** As many as one request takes. */
const most = 200;

/** People with check boxes; those without access are chosen already. Printing makes new passwords. */
export function SlipForm({ people, of }: { people: readonly SlipPerson[]; of: string }) {
  const router = useRouter();
  const ask = useStepUp();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const without = people.filter(({ state }) => state === 'none').map(({ personId }) => personId);
  const first = new Set(without.slice(0, most));

  async function print(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).getAll('person').map(Number);
    if (busy) return;
    if (chosen.length === 0) return setTold({ kind: 'error', text: 'Отметьте хотя бы одного человека.' });
    if (chosen.length > most) {
      return setTold({ kind: 'error', text: `За один раз – не больше ${most} человек, отмечено ${chosen.length}.` });
    }
    setBusy(true);
    const wanted = { requestKey: newRequestKey(), people: chosen.map((personId) => ({ personId })) };
    const answer = await ask(() => requestSlips(wanted));
    setBusy(false);
    if (!answer.ok) return setTold({ kind: 'error', text: answer.error.message });
    saveFile(answer.result, `Листки ${of}.pdf`);
    setTold({
      kind: 'done',
      text: 'Листки сохранены в файл. Пароли нигде больше не хранятся: напечатайте файл и удалите.',
    });
    router.refresh();
  }

  return (
    <form onSubmit={print}>
      <table className="tb tb-cards">
        <thead>
          <tr>
            <th scope="col">Кому</th>
            <th scope="col">Кто</th>
            <th scope="col">Логин</th>
            <th scope="col">Состояние</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, who, login, state }) => (
            <tr key={personId}>
              <th scope="row">
                <label className="check">
                  {/* Another state, another tick: who has just got a slip is not chosen for a second one. */}
                  <input
                    key={state}
                    type="checkbox"
                    name="person"
                    value={personId}
                    defaultChecked={first.has(personId)}
                    disabled={state === 'blocked'}
                  />
                  <span>{name}</span>
                </label>
              </th>
              <td>{who}</td>
              <td data-head="логин">{login ?? '–'}</td>
              <td>
                <AccountStateSign state={state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="slip-foot">
        <Button type="submit" look="main" aria-disabled={busy || undefined}>
          {busy ? 'Готовим листки…' : 'Выдать и сохранить листки'}
        </Button>
        <span className="sub">
          У отмеченных, кто уже входил, прежний пароль перестанет действовать и все входы завершатся.
        </span>
      </div>
      <div role="status">{told && <Notice kind={told.kind}>{told.text}</Notice>}</div>
    </form>
  );
}
