'use client';

import { useState } from 'react';
import { type ReadPlan, readPlan } from '@/domain/curriculum/read-plan';
import { readPasted } from '@/tabular/read-pasted';
import { TableRefusal } from '@/tabular/table';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { replaceLines } from '../client/paste';
import type { PlanDeskState } from '../client/use-plan-desk';
import { readProblemWords } from '../read-words';

const noHead =
  'Не найдена строка заголовков: в ней должны быть столбцы «Индекс» и «Наименование». Скопируйте таблицу вместе с шапкой.';

/** A whole plan from a spreadsheet: read at once, shown before anything on the page changes. */
export function PastePlan({ desk }: { desk: PlanDeskState }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { plan, refusal } = readText(text);

  function take(): void {
    if (!plan) return;
    desk.reshape((lines) => replaceLines(lines, plan.lines));
    setOpen(false);
    setText('');
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>Вставить план из Excel…</Button>
      <Dialog open={open} title="План из Excel" onClose={() => setOpen(false)}>
        <div className="act-form">
          <p>
            Скопируйте в Excel таблицу вместе с шапкой и вставьте сюда. Понятны столбцы «Индекс», «Наименование», «1
            семестр», «2 семестр»… (часы), «1 семестр, контроль», «1 семестр, лекции», а также «Экзамены», «Зачёты» с
            номерами семестров. Строки с теми же индексами останутся теми же, лишние уйдут.
          </p>
          <label className="sr-only" htmlFor="paste-plan">
            Скопированная таблица
          </label>
          <textarea
            id="paste-plan"
            className="input plan-paste"
            value={text}
            spellCheck={false}
            onChange={({ target }) => setText(target.value)}
          />
          {refusal && (
            <Notice kind="error" live>
              {refusal}
            </Notice>
          )}
          {plan && <Understood plan={plan} />}
          <div className="act-foot">
            <Button look="main" disabled={!plan || plan.lines.length === 0} onClick={take}>
              Поставить в таблицу
            </Button>
            <Button onClick={() => setOpen(false)}>Не сейчас</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

function readText(text: string): { plan: ReadPlan | null; refusal: string | null } {
  if (text.trim() === '') return { plan: null, refusal: null };
  try {
    const plan = readPlan(readPasted(text).rows);
    return { plan, refusal: plan ? null : noHead };
  } catch (error) {
    if (error instanceof TableRefusal) return { plan: null, refusal: error.message };
    throw error;
  }
}

function Understood({ plan: { lines, problems, headings } }: { plan: ReadPlan }) {
  const hours = lines.reduce((sum, { terms }) => terms.reduce((all, term) => all + term.hours, sum), 0);
  return (
    <>
      <Notice kind={problems.length > 0 ? 'warning' : 'done'} live>
        Понято: {counted(lines.length, 'строка', 'строки', 'строк')}, {counted(hours, 'час', 'часа', 'часов')}.
        {headings > 0 && ` Заголовков и итогов пропущено: ${headings}.`}
        {problems.length > 0 && ` Не понято клеток: ${problems.length}, они останутся пустыми.`}
      </Notice>
      {problems.length > 0 && (
        <ul className="plan-problems small">
          {problems.slice(0, 12).map((problem) => (
            <li key={`${problem.place} ${problem.column}`}>{readProblemWords(problem)}</li>
          ))}
          {problems.length > 12 && <li>и ещё {problems.length - 12}</li>}
        </ul>
      )}
    </>
  );
}
