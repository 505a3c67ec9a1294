import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { DiaryLesson, DiaryWeek } from '../diary-view';
import { DiaryWeekPage } from './diary-week';

const lesson: DiaryLesson = {
  id: 1,
  classPeriod: 2,
  startsAt: '10:15',
  courseId: 5,
  course: 'Дискретная математика',
  topic: 'Графы',
  homework: '№ 5.14',
  homeworkDueOn: '2026-12-22',
  ownHomework: '',
  marks: [],
  absence: null,
  debts: [],
  room: '314',
  change: '',
};

const week: DiaryWeek = {
  studentId: 7,
  today: '2026-12-18',
  selected: '2026-12-18',
  mode: 'day',
  days: [
    { date: '2026-12-17', note: '', lessons: [lesson] },
    { date: '2026-12-18', note: '', lessons: [{ ...lesson, id: 2 }] },
    { date: '2026-12-19', note: '', lessons: [{ ...lesson, id: 3 }] },
  ],
  previous: null,
  next: '2026-12-25',
  notices: [],
  debts: [],
};

function withLesson(changes: Partial<DiaryLesson>): DiaryWeek {
  return { ...week, days: [{ date: '2026-12-18', note: '', lessons: [{ ...lesson, ...changes }] }] };
}

const html = (shown: DiaryWeek) => renderToStaticMarkup(<DiaryWeekPage week={shown} />);

describe('the diary week (R-008, R-129)', () => {
  it('opens the chosen day and the next one on a phone, all of them in the week view', () => {
    expect(html(week).match(/class="day is-open"/g)).toHaveLength(2);
    expect(html({ ...week, mode: 'week' }).match(/class="day is-open"/g)).toHaveLength(3);
  });

  it('shows marks with their work, «2» in red', () => {
    const shown = html(
      withLesson({
        marks: [
          { value: '5', work: 'ответ', comment: '' },
          { value: '2', work: 'контрольная', comment: '' },
        ],
      }),
    );
    expect(shown).toContain('<b class="mark">5</b><span>ответ</span>');
    expect(shown).toContain('<b class="mark mark-fail">2</b><span>контрольная</span>');
  });

  it('says an absence in words beside its sign', () => {
    const shown = html(withLesson({ absence: { symbol: 'б', label: 'болезнь', class: 'sick' } }));
    expect(shown).toMatch(/title="болезнь">б<\/abbr><span>болезнь/);
  });

  it('puts debts above the days', () => {
    const debt = {
      assignmentId: 1,
      courseId: 5,
      course: 'ОП.04',
      title: 'ПЗ № 17',
      issuedOn: '2026-12-10',
      dueOn: '2026-12-15',
      overdue: true,
      note: '',
    };
    const shown = html({ ...week, debts: [debt] });
    expect(shown).toContain('Срок был 15\u00A0декабря.');
    expect(shown.indexOf('ПЗ № 17')).toBeLessThan(shown.indexOf('Пятница, 18'));
  });

  it('T-046 shows stored text as text', () => {
    const payload = '<img src=x onerror=alert(1)>';
    const shown = html(
      withLesson({ topic: payload, homework: payload, marks: [{ value: '5', work: payload, comment: payload }] }),
    );
    expect(shown).not.toContain('<img');
  });

  it('offers no way past the edge of the year', () => {
    expect(html(week)).not.toContain('Предыдущая неделя');
    expect(html(week)).toContain('Следующая неделя');
  });
});
