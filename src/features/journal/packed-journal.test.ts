import { expect, test } from 'vitest';
import { demo } from '@/domain/regulation/profiles/demo';
import { madeView } from './client/testing/made-view';
import { journalRegulation } from './journal-regulation';
import { packJournal, unpackJournal } from './packed-journal';

test('a journal arrives as it was sent', () => {
  const view = madeView();
  const [first] = view.lessons;
  if (!first) throw new Error('a view without lessons');
  const planned = { id: 7, no: 3, title: 'Рекурсия', homework: '§ 5', lessonType: 'lecture', hours: 2 };
  const assignments = [
    { id: 1, type: 'answer', title: '', required: false, dueOn: null, version: 1 },
    { id: 2, type: 'lab', title: 'ЛР № 2', required: true, dueOn: '2026-10-20', version: 4 },
  ];
  view.lessons[0] = { ...first, topic: 'Рекурсия', planned, homework: '§ 6', assignments };
  const arrived = unpackJournal(packJournal({ view, regulation: demo }));
  expect(arrived).toEqual({ view, regulation: journalRegulation(demo) });
  expect(arrived.regulation).not.toHaveProperty('print');
});
