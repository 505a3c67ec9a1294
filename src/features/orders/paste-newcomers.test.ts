import { describe, expect, it } from 'vitest';
import { emptyDraft, missingOf, orderOf, withKind } from './order-draft';
import { pastedNewcomers, withPasted } from './paste-newcomers';

describe('R-033 a list of newcomers from a spreadsheet', () => {
  it.each([
    ['one cell for the name, a number before it', '1\tСафина Алия Маратовна\t15.01.2010', 'female'],
    ['three cells', 'Сафина\tАлия\tМаратовна\t15.01.2010', 'female'],
    ['the sex before the day', 'Сафина Алия Маратовна\tж\t15.01.2010', 'female'],
    ['what is written tells more than the patronymic', 'Сафина Алия Маратовна\tм\t2010-01-15', 'male'],
  ])('%s', (_, text, sex) => {
    expect(pastedNewcomers(text, 7)).toEqual([
      { key: 7, lastName: 'Сафина', firstName: 'Алия', middleName: 'Маратовна', birthDate: '2010-01-15', sex },
    ]);
  });

  it('titles and blank rows are nobody; typed rows stay', () => {
    const pasted = pastedNewcomers('\t\nКаримов Ильдар\t03.02.2010\n\nЛи Анна\t', 1);
    expect(pasted.map(({ lastName, birthDate }) => [lastName, birthDate])).toEqual([
      ['Каримов', '2010-02-03'],
      ['Ли', ''],
    ]);
    const [first] = pasted;
    const blank = { key: 9, lastName: '', firstName: ' ', middleName: '', sex: 'male' as const, birthDate: '' };
    expect(withPasted(first ? [first, blank] : [], pasted)).toHaveLength(3);
  });
});

describe('the form of an order', () => {
  const draft = { ...emptyDraft('expulsion', '2026-10-14'), number: '45-с', students: new Map([[5, 'Сафина']]) };

  it('says what is missing before the server is asked', () => {
    expect(missingOf(draft)).toBeNull();
    expect(missingOf({ ...draft, number: ' ' })).toContain('номер');
    expect(missingOf({ ...draft, effectiveOn: '' })).toContain('даты');
    expect(missingOf({ ...draft, students: new Map() })).toContain('Отметьте студентов');
    expect(missingOf(withKind(draft, 'transfer'))).toContain('группу');
    const newcomer = {
      key: 1,
      lastName: 'Ли',
      firstName: 'Анна',
      middleName: '',
      sex: 'female' as const,
      birthDate: '',
    };
    const enrolment = { ...withKind(draft, 'enrollment'), target: 3, newcomers: [newcomer] };
    expect(missingOf(enrolment)).toBe('Ли: нужны фамилия, имя и дата рождения.');
  });

  it('a usual subject follows the kind, an own one stays; the order is what stands in the form', () => {
    expect(withKind(draft, 'graduation').subject).toBe('О выпуске');
    expect(withKind({ ...draft, subject: 'Своя' }, 'graduation').subject).toBe('Своя');
    const leave = orderOf({ ...withKind(draft, 'academicLeave'), endsOn: '' });
    expect([leave.act, leave.studentIds]).toEqual([{ kind: 'academicLeave', endsOn: null }, [5]]);
    const usual = orderOf({ ...withKind(draft, 'studyForm'), form: 'usual', endsOn: '2026-10-20' });
    expect(usual.act).toEqual({ kind: 'studyForm', form: 'usual', endsOn: null });
  });
});
