import { describe, expect, test } from 'vitest';
import { fromColumns, toColumns } from './columns';

describe('columns', () => {
  const rows = [
    { id: 1, topic: 'Рекурсия', room: '301', planned: { no: 1 } },
    { id: 2, topic: null, room: '301', planned: null },
    { id: 3, topic: 'Файлы', room: '301', planned: null },
    { id: 4, topic: 'Стек', room: '204', planned: { no: 4 } },
  ];

  test('give the records back', () => {
    expect(fromColumns(JSON.parse(JSON.stringify(toColumns(rows))))).toEqual(rows);
    expect(fromColumns(toColumns([]))).toEqual([]);
  });

  test('say a repeated value once', () => {
    const { fields } = toColumns(rows);
    expect(fields.room).toEqual({ of: ['301', '204'], at: [0, 0, 0, 1] });
    expect(fields.id).toEqual([1, 2, 3, 4]);
    expect(toColumns(rows.slice(0, 3)).fields.room).toEqual({ of: ['301'], at: [] });
  });
});
