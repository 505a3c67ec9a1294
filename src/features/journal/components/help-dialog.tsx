'use client';

import { Dialog } from '@/ui/dialog';
import type { JournalState } from '../client/journal-state';
import { useJournalState } from './journal-context';

type Line = readonly [keys: string, words: string];

const movement: readonly Line[] = [
  ['← ↑ ↓ →', 'по клеткам'],
  ['Home, End', 'первый столбец, итоговая'],
  ['PgUp, PgDn', 'первая и последняя строка'],
  ['Ctrl Home, Ctrl End', 'первая и последняя клетка'],
  ['Shift и стрелки', 'выбрать клетки: код, отметка, точка, Delete и Ctrl D — во всех; Esc — снять выбор'],
  ['Tab', 'из журнала к карточке и кнопкам, Shift Tab — обратно'],
];
const commands: readonly Line[] = [
  ['.', 'точка: обязательное задание не сдано; ещё раз — убрать'],
  ['/ или пробел', 'другое задание занятия'],
  ['Delete', 'убрать отметку, ещё раз — отсутствие'],
  ['Ctrl D', 'заполнить вниз: повторить клетку во всех пустых ниже'],
  ['Ctrl Enter', 'все (остальные) присутствуют'],
  ['* или Insert', 'тема и домашнее задание из плана'],
  ['Ctrl Z, Ctrl Shift Z', 'отменить, повторить'],
  ['Ctrl C, Ctrl V', 'копировать клетку или выбранные, вставить, также из таблицы'],
  ['Enter', 'карточка занятия; в столбце итоговых — расчёт среднего'],
  ['Shift Enter', 'история клетки'],
  ['Esc', 'снять выбор, закрыть карточку, вернуться в клетку'],
  ['Ctrl K', 'поиск: группа, студент, журнал, день'],
  ['? или F1', 'эта подсказка'],
];
const signs: readonly Line[] = [
  ['уголок', 'внесено позже срока; в шапке — всё занятие'],
  ['точечная черта', 'сохраняется'],
  ['штриховая черта', 'ждёт связи'],
  ['н≠уп', 'расхождение двух записей: нажмите, чтобы выбрать'],
  ['штриховка', 'строка закрыта, причина словами'],
  ['≠ у итоговой', 'отличается от предложенной'],
  ['з и ! у даты', 'замена; занятие не заполнено в срок'],
];

/** All keys and signs on one page. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const state = useJournalState((one) => one);
  return (
    <Dialog open title="Клавиши и обозначения" onClose={onClose}>
      <div className="jg-help">
        <Lines title="Ввод" lines={entry(state)} />
        <Lines title="Движение" lines={movement} />
        <Lines title="Действия" lines={commands} />
        <Lines title="Знаки" lines={signs} />
      </div>
    </Dialog>
  );
}

/** The codes are the institution's own; letters go by the physical key in both layouts. */
function entry({ regulation, scale }: JournalState): Line[] {
  const lines: Line[] = [['5 4 3 2', 'отметка за выбранное задание и вниз']];
  if (scale === 'passFail') lines.push(['+ и −', 'зачёт и незачёт']);
  for (const code of regulation.attendance.codes) lines.push([code.symbol, code.label]);
  lines.push(['н в итоговых', regulation.notAttested.label]);
  return lines;
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(([keys, words]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
