import { describe, expect, test } from 'vitest';
import { assessmentsByYear, checkPlan } from './check-plan';
import { type Finding, severityOf } from './findings';
import { type ControlForm, makeTerm, type PlanLine, type PlanTerm } from './plan';
import { meaningOf } from './plan-index';
import { cycleSums, lineSums, semesterSums } from './plan-sums';

const term = (
  semester: number,
  hours: number,
  controlForm: ControlForm = 'gradedCredit',
  over: Partial<PlanTerm> = {},
) => makeTerm(semester, { hours, controlForm, ...over });
const line = (index: string, ...terms: PlanTerm[]): PlanLine => ({
  ...{ index, name: `Курс ${index}`, passFail: false, terms },
  kind: meaningOf(index)?.kind ?? 'discipline',
});
const weeks = new Map(Array.from({ length: 8 }, (_, place) => [place + 1, 20]));
const check = (...lines: PlanLine[]): Finding[] => checkPlan({ lines, weeks });
const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);

describe('R-024 what a plan says against itself', () => {
  test('a sound plan has no findings', () => {
    const module = [
      line('ПМ.01', term(4, 0, 'moduleExam')),
      line('МДК.01.01', term(3, 36, 'none'), term(4, 72, 'exam')),
    ];
    const practice = [line('УП.01.01', term(4, 36)), line('ПП.01.01', term(4, 72))];
    expect(check(line('ОП.01', term(1, 36)), ...module, ...practice, line('ГИА', term(8, 0, 'demoExam')))).toEqual([]);
  });

  test.each<[string, PlanLine[], Finding[]]>([
    [
      'an index that stands twice',
      [line('ОП.01', term(1, 36)), { ...line('ОП.01', term(1, 36)), name: 'Другая' }],
      [{ rule: 'indexDoubled', line: 1, other: 0 }],
    ],
    [
      'a name that stands twice',
      [line('ОП.01', term(1, 36)), { ...line('ОП.02', term(1, 36)), name: 'Курс ОП.01' }],
      [{ rule: 'courseDoubled', line: 1, other: 0 }],
    ],
    ['an index of no cycle', [line('Б1.О.12', term(1, 36))], [{ rule: 'indexUnknown', line: 0 }]],
    ['a line without hours', [line('ОП.01')], [{ rule: 'noTerms', line: 0 }]],
    [
      'a line that ends without control',
      [line('ОП.01', term(1, 36, 'exam'), term(2, 36, 'none'))],
      [{ rule: 'noControl', line: 0 }],
    ],
    ['a МДК without its module', [line('МДК.02.01', term(1, 36))], [{ rule: 'moduleMissing', line: 0, module: '02' }]],
    [
      'a module without МДК and exam',
      [line('ПМ.01')],
      [
        { rule: 'moduleEmpty', line: 0 },
        { rule: 'moduleWithoutExam', line: 0 },
      ],
    ],
    [
      'kinds that do not add up',
      [line('ОП.01', term(1, 36, 'exam', { lectures: 20, practical: 10 }))],
      [{ rule: 'kindsDiffer', line: 0, semester: 1, hours: 36, sum: 30 }],
    ],
    [
      'control without hours',
      [line('ОП.01', term(1, 0, 'exam'))],
      [{ rule: 'controlWithoutHours', line: 0, semester: 1 }],
    ],
    [
      'a joint exam of one course',
      [line('ОП.01', term(1, 36, 'complexExam', { complex: 1 }))],
      [{ rule: 'complexAlone', line: 0, semester: 1, complex: 1 }],
    ],
    [
      'the same number in another semester or form is another exam',
      [
        line('ОП.01', term(1, 36, 'complexExam', { complex: 1 })),
        line('ОП.02', term(2, 36, 'complexExam', { complex: 1 })),
      ],
      [
        { rule: 'complexAlone', line: 0, semester: 1, complex: 1 },
        { rule: 'complexAlone', line: 1, semester: 2, complex: 1 },
      ],
    ],
    ['a semester without its weeks', [line('ОП.01', term(9, 36))], [{ rule: 'weeksMissing', semester: 9 }]],
  ])('%s', (_, lines, findings) => {
    expect(check(...lines)).toEqual(findings);
  });

  test('36 hours a week of all kinds, practice and attestation apart', () => {
    const full = line('ОП.01', term(1, 600, 'exam', { selfStudy: 120, attestation: 18 }));
    expect(check(full, line('УП.01.01', term(1, 180))).filter(({ rule }) => rule === 'weekOver')).toEqual([]);
    const over = line('ОП.01', term(1, 600, 'exam', { selfStudy: 121 }));
    expect(check(over)).toEqual([{ rule: 'weekOver', semester: 1, hours: 721, weeks: 20, most: 720 }]);
    expect(check(over).map(severityOf)).toEqual(['limit']);
  });

  const many = (count: number, form: ControlForm, over: Partial<PlanTerm> = {}): PlanLine[] =>
    Array.from({ length: count }, (_, place) => line(`ОП.${10 + place}`, term(1 + (place % 2), 10, form, over)));
  test.each<[string, PlanLine[], string[]]>([
    ['eight exams a year', many(8, 'exam'), []],
    ['nine exams a year', many(9, 'exam'), ['examsOver']],
    ['ten зачёты a year', many(10, 'credit'), []],
    ['eleven зачёты of both kinds', [...many(10, 'credit'), line('СГ.01', term(2, 10))], ['creditsOver']],
    [
      'eight exams and a joint one of two courses',
      [
        ...many(7, 'exam'),
        ...many(4, 'complexExam', { complex: 1 }).map((one, place) => ({
          ...one,
          index: `СГ.0${place}`,
          name: `К${place}`,
        })),
      ],
      ['examsOver'],
    ],
    [
      'физкультура and факультативы do not count',
      [
        ...many(10, 'credit'),
        { ...line('СГ.04', term(1, 10, 'credit')), name: 'Физическая культура' },
        line('ФТД.01', term(1, 10, 'credit')),
      ],
      [],
    ],
  ])('%s', (_, lines, rules) => {
    expect(rulesOf(check(...lines))).toEqual(rules);
  });

  test('a joint exam counts once in its year', () => {
    const lines = many(2, 'complexExam', { complex: 1 }).map((one) => ({
      ...one,
      terms: [term(4, 36, 'complexExam', { complex: 1 })],
    }));
    expect(assessmentsByYear(lines)).toEqual(new Map([[2, { exams: 1, credits: 0 }]]));
  });
});

test('R-024 sums by line, cycle and semester', () => {
  const lines = [
    line('ОП.01', term(1, 36, 'none', { selfStudy: 4 }), term(2, 40, 'exam', { consultations: 2, attestation: 6 })),
    line('УП.01.01', term(2, 72)),
    line('Х.1', term(1, 10)),
  ];
  expect(lineSums(lines[0] ?? line(''))).toEqual({ taught: 76, whole: 88 });
  expect(cycleSums(lines)).toEqual([
    { cycle: 'profession', lines: 1, sums: { taught: 76, whole: 88 } },
    { cycle: 'modules', lines: 1, sums: { taught: 72, whole: 72 } },
    { cycle: 'unknown', lines: 1, sums: { taught: 10, whole: 10 } },
  ]);
  expect([...semesterSums(lines)]).toEqual([
    [1, { lessons: 46, practice: 0 }],
    [2, { lessons: 40, practice: 72 }],
  ]);
});
