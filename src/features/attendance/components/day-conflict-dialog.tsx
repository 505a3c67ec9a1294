import { codeOf } from '@/domain/attendance/codes';
import type { Presence } from '@/domain/types';
import { time } from '@/texts/format';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { resolveConflict } from '../client/day-saving';
import { cellKey, type DayConflict, type DayState, type Value } from '../client/day-state';
import type { ChangeDay } from './use-day';

type Props = { state: DayState; conflictKey: string; change: ChangeDay; onClose: () => void };

/** «Ваша запись» beside «Запись на сервере»; the choice is a person's (picture 04). */
export function DayConflictDialog({ state, conflictKey, change, onClose }: Props) {
  const conflict = state.conflicts.get(conflictKey);
  if (!conflict) return null;
  const name = state.sheet.rows.find(({ studentId }) => studentId === conflict.studentId)?.name ?? '';
  const mine = valueWords(state, conflict, conflict.mine);
  const theirs = valueWords(state, conflict, conflict.theirs);
  const at = conflict.at === '' ? '' : time(new Date(conflict.at), state.sheet.timeZone);
  const choose = (choice: 'mine' | 'theirs') => change((old) => resolveConflict(old, conflictKey, choice));
  return (
    <Dialog
      open
      urgent
      title={`Расхождение · ${name}`}
      onClose={onClose}
      footer={
        <>
          <Button look="main" onClick={() => choose('theirs')}>
            Оставить «{theirs}»
          </Button>
          <Button onClick={() => choose('mine')}>Вернуть «{mine}»</Button>
        </>
      }
    >
      <div className="ds-vs">
        <div>
          <span className="sub">Ваша запись</span>
          <b>{mine}</b>
        </div>
        <div>
          <span className="sub">Запись на сервере</span>
          <b>{theirs}</b>
          <span className="sub">{[at, conflict.by].filter(Boolean).join(', ')}</span>
        </div>
      </div>
      <p className="aside-note">Пока выбор не сделан, действует запись на сервере. Обе останутся в истории.</p>
    </Dialog>
  );
}

function valueWords(state: DayState, { kind, lessonId, studentId }: DayConflict, value: Value): string {
  const cell = state.base.get(cellKey(lessonId, studentId));
  const fact =
    kind === 'presence'
      ? { presence: value as Presence, reason: cell?.reason ?? null }
      : { presence: 'absent' as const, reason: value };
  return codeOf(fact, state.sheet.codes)?.symbol ?? 'присутствует';
}
