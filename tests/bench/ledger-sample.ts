import type { LedgerBook, LedgerCell, LedgerCourse, LedgerLesson, LedgerRow, LedgerStudent } from '@/pdf/ledger/book';
import { collegeLabels } from '@/pdf/ledger/labels';

/** A sequence of numbers below `limit`, the same for the same seed. */
export function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const surnames =
  'Абдуллин Алексеева Ахметзянов Борисов Валеева Васильев Гайнутдинов Горшков Давлетшина Ершов Закиров Иванов Иванова Калимуллин Кузнецова Мингазов Михайлов Николаева Петров Сабирова Сафин Семёнов Фахрутдинов Чернова Шарипова'.split(
    ' ',
  );
const marks = [
  '5',
  '5',
  '4',
  '4',
  '4',
  '3',
  '3',
  '2',
  '3/4',
  '5/4',
  'н',
  'уп',
  'нп',
  'б',
  'оп,3',
  'уп,5',
  'н •',
  'нп •',
];
const topics = [
  'Анализ контрольной работы. Подпрограммы и параметры',
  'ПЗ № 15. Функции с параметрами и значением по умолчанию',
  'ЛР № 6. Рекурсивные функции',
  'Область видимости имён. Модули и пакеты',
  'Файлы: текстовые и двоичные. Режимы открытия',
  'ЛР № 7. Обработка CSV: журнал температур теплицы',
  'Структуры данных: стек и очередь',
  'Сложность алгоритмов. Оценка O(n), O(n log n)',
];
const tasks = ['§ 5.1, с. 140–147', '§ 5.2, задачи 1–5', 'Отчёт по ЛР № 6 до 01.12', 'Закончить отчёт по ПЗ № 16', '—'];
const courseTitles = [
  'Основы алгоритмизации и программирования',
  'Безопасность жизнедеятельности',
  'Дискретная математика с элементами математической логики',
  'Иностранный язык в профессиональной деятельности',
  'История России',
  'Компьютерные сети',
  'Операционные системы и среды',
  'Основы бережливого производства',
  'Основы проектирования баз данных',
  'Разработка программных модулей',
  'Теория вероятностей и математическая статистика',
  'Физическая культура',
];
const months = ['Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь'];
const genitive = ['сентября', 'октября', 'ноября', 'декабря'];

export function sampleLessons(count: number, next = dice(7)): LedgerLesson[] {
  return Array.from({ length: count }, (_, i) => {
    const month = Math.min(3, Math.floor((i * 4) / count));
    const inMonth = i - Math.ceil((month * count) / 4);
    const day = String(1 + Math.floor((inMonth * 27 * 4) / (count + 4))).padStart(2, '0');
    const date = `${day}.${String(month + 9).padStart(2, '0')}`;
    const substituted = next(20) === 0;
    return {
      month: months[month] ?? '',
      shortMonth: ['сент.', 'окт.', 'нояб.', 'дек.'][month] ?? '',
      day: String(Number(day)),
      date,
      longDate: `${Number(day)} ${genitive[month]} 2026 года`,
      number: String(i + 1),
      type: ['Л', 'ПЗ', 'ЛР', 'Л', 'КР'][next(5)] ?? 'Л',
      hours: '2',
      topic: topics[next(topics.length)] ?? '',
      homework: tasks[next(tasks.length)] ?? '',
      enteredBy: substituted ? 'Мухаметшин Р. И.' : 'Хабибуллина Г. Р.',
      enteredAt: date,
      late: next(12) === 0,
      substituted,
    };
  });
}

export function sampleRows(students: number, lessons: number, next = dice(11)): LedgerRow[] {
  return Array.from({ length: students }, (_, i) => ({
    no: String(i + 1),
    name: `${surnames[i % surnames.length]} ${'АБВГДЕИКМН'[next(10)]}. ${'АБВГДЕИКМН'[next(10)]}.`,
    cells: Array.from({ length: lessons }, (): LedgerCell | null => {
      if (next(5) < 3) return null;
      const text = marks[next(marks.length)] ?? '5';
      return { text, bold: text === '2', late: next(25) === 0 };
    }),
    closures: [],
    missed: String(2 * next(12)),
    average: `${3 + next(2)},${10 + next(90)}`,
    grade: String(3 + next(3)),
  }));
}

export function sampleCourse(title: string, students: number, lessons: number, seed = 1): LedgerCourse {
  const next = dice(seed);
  const each = Array.from({ length: lessons }, () => next(4));
  return {
    title,
    teachers: 'Хабибуллина Гульнара Рафаэлевна',
    schemeText: 'по плану (КТП утверждён 08.09.2026)',
    gradeLabel: 'дифф. зачёт',
    lessons: sampleLessons(lessons, next),
    rows: sampleRows(students, lessons, next),
    totals: [
      { label: 'Отсутствовало', cells: each.map(String), missed: '172', average: '3,97', grade: '' },
      {
        label: 'Присутствовало',
        cells: each.map((absent) => String(students - absent)),
        missed: '',
        average: '',
        grade: '',
      },
    ],
    resultText: 'Аттестовано 22 из 23; успеваемость 96 %, качество 70 %.',
    planText: [
      { text: 'За I семестр ' },
      { text: `по плану ${lessons * 2} ч, дано ${lessons * 2} ч`, bold: true },
      { text: ` (${lessons} занятий). Программа выполнена.` },
    ],
    notes: [
      { label: 'Замены периода:', text: '10.12.2026, 2 ч — Мухаметшин Р. И. (приказ от 07.12.2026 № 96-к).' },
      { label: 'Внесено позже срока:', text: '26.11 — 28.11, 15.12 — 18.12.' },
      { label: 'Не аттестован:', text: 'Михайлов Г. А., направление № 118 до 26.01.2027.' },
    ],
    signatures: [
      { role: 'Преподаватель', name: 'Хабибуллина Г. Р.' },
      { role: 'Заместитель директора', name: 'Сорокина Н. В.' },
    ],
  };
}

export function sampleStudents(count: number): LedgerStudent[] {
  return Array.from({ length: count }, (_, i) => ({
    no: String(i + 1),
    name: `${surnames[i % surnames.length]} Мария Александровна`,
    birthDate: `${String(1 + (i % 28)).padStart(2, '0')}.03.2009`,
    enrolment: '№ 112-с от 25.08.2025',
    movement: i === 7 ? 'академический отпуск с 23.11.2026, приказ № 214-с' : '',
  }));
}

/** A set as the mock shows it: `courses` courses of `lessons` lessons for a group of `students`. */
export function sampleBook({ courses = 12, lessons = 51, students = 25 } = {}): LedgerBook {
  return {
    createdAt: '2026-12-30T13:05:00.000Z',
    organisation: ['Министерство образования и науки', 'ГБПОУ «Заречный политехнический колледж»'],
    runningHead:
      'ГБПОУ «Заречный политехнический колледж» · Ведомость успеваемости · I семестр 2026/2027 учебного года',
    documentTitle: 'Ведомость успеваемости',
    subtitle: 'учёта успеваемости, посещаемости и пройденного материала',
    group: 'ИСП-25-1',
    yearOfStudy: '2',
    programme: '09.02.07 Информационные системы и программирование',
    academicYear: '2026/2027',
    interval: 'I семестр, с 1 сентября по 28 декабря 2026 года',
    periodLabel: 'I семестр',
    printedAt: 'записи на 16:05',
    status: {
      draft: false,
      number: '2026-1-0417',
      date: '30.12.2026',
      code: '7KQ4-M2XD-93',
      verifyUrl: 'https://zpk.example/verify/7KQ4-M2XD-93',
      hash: 'f35161909cad2f091ceb26b69d5f42086a96c116b4373c89a3ebba957e682fb7',
    },
    paper: { bindingMargin: 30, mirrored: true, pageNumber: 'topRight', firstNumberedPage: 1, lessonsPerPage: 16 },
    labels: collegeLabels,
    contents: true,
    students: sampleStudents(students),
    courses: Array.from({ length: courses }, (_, i) =>
      sampleCourse(courseTitles[i % courseTitles.length] ?? '', students, lessons, i + 1),
    ),
    legend:
      '5 4 3 2 — отметки; н — отсутствовал, причина не установлена; нп — без уважительной причины; уп — по уважительной; б — болезнь; оп — опоздал; • — обязательная работа не выполнена; з — замена; чёрный уголок — внесено позже срока.',
    closing: {
      title: 'Заверительная запись',
      lines: ['Ведомость содержит {pages} пронумерованных страниц.', 'Ведомость проверил и сдал на хранение:'],
      signatures: [
        { role: 'Заместитель директора', name: 'Сорокина Н. В.' },
        { role: 'Директор', name: 'Хайруллин И. М.', stamp: true },
      ],
    },
  };
}
