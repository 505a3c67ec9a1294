import type { z } from 'zod';
import type { RegulationInput } from './regulation-shape';

type Context = z.core.$RefinementCtx<RegulationInput>;
type Path = (string | number)[];

/** Checks what one field cannot see: two meanings of a sign, crossing thresholds, references that lead nowhere. */
export function checkRegulation(regulation: RegulationInput, context: Context): void {
  const refuse = (path: Path, message: string): void => {
    context.addIssue({ code: 'custom', path, message, input: regulation });
  };
  checkSigns(regulation, refuse);
  checkCodes(regulation, refuse);
  checkThresholds(regulation, refuse);
  checkReferences(regulation, refuse);
  checkTerms(regulation, refuse);
}

type Refuse = (path: Path, message: string) => void;

const reserved = new Set(['2', '3', '4', '5', '.', '·', '•', '/', ',', 'з', 'нз']);

function checkSigns({ attendance }: RegulationInput, refuse: Refuse): void {
  const meaning = new Map<string, string>();
  attendance.codes.forEach((code, index) => {
    const own = new Set([code.symbol, ...code.aliases].map((sign) => sign.toLowerCase()));
    for (const sign of own) {
      const other = meaning.get(sign);
      if (reserved.has(sign))
        refuse(['attendance', 'codes', index], `«${sign}» занято отметками, выберите другое обозначение.`);
      if (other)
        refuse(['attendance', 'codes', index], `«${sign}» уже значит «${other}»: у знака не может быть двух значений.`);
      meaning.set(sign, code.label);
    }
  });
}

function checkCodes({ attendance }: RegulationInput, refuse: Refuse): void {
  const path = ['attendance', 'codes'];
  const { codes } = attendance;
  if (repeated(codes.map((code) => code.id))) refuse(path, 'Коды отсутствия повторяются.');
  codes.forEach((code, index) => {
    if ((code.presence === 'late') !== (code.class === 'late'))
      refuse([...path, index], `«${code.symbol}»: класс «опоздание» и вид записи «опоздал» указываются вместе.`);
    if (code.presence === 'late' && code.countsHours)
      refuse([...path, index], `«${code.symbol}»: опоздание не считается пропущенными часами.`);
  });
  const base = codes.filter((code) => code.class === 'unclassified');
  const unknown = codes.filter((code) => code.class === 'unknown');
  if (base.length > 1 || (base.length === 0 && unknown.length !== 1))
    refuse(path, 'Нужен ровно один код «отсутствует, причина не указана».');
  if (codes.filter((code) => code.presence === 'late').length > 1)
    refuse(path, 'Код опоздания может быть только один.');
}

function checkThresholds({ periodMark }: RegulationInput, refuse: Refuse): void {
  if (periodMark.thresholds.kind === 'plain') return;
  const { 5: five, 4: four, 3: three } = periodMark.thresholds.from;
  if (!(five > four && four > three && three > 200))
    refuse(
      ['periodMark', 'thresholds'],
      'Границы пересекаются: «5» должна начинаться выше «4», «4» выше «3», «3» выше 2,00.',
    );
}

function checkReferences(regulation: RegulationInput, refuse: Refuse): void {
  const { taskTypes, lessonTypes, markWithoutTask } = regulation;
  for (const [field, entries] of [['taskTypes', taskTypes] as const, ['lessonTypes', lessonTypes] as const]) {
    if (repeated(entries.map((entry) => entry.id))) refuse([field], 'Коды записей справочника повторяются.');
    if (repeated(entries.map((entry) => entry.short.toLowerCase())))
      refuse([field], 'Сокращения в справочнике повторяются.');
  }
  if (markWithoutTask.mode === 'autoCreate' && !taskTypes.some((type) => type.id === markWithoutTask.taskType))
    refuse(['markWithoutTask', 'taskType'], 'Вида работ для отметки без задания нет в справочнике.');
}

function checkTerms(
  { attendance, deadlines, lessonHours, accessWindow, print }: RegulationInput,
  refuse: Refuse,
): void {
  const { correctionDays, fill } = deadlines;
  if (fill.kind === 'days' && correctionDays !== null && correctionDays < fill.days)
    refuse(['deadlines', 'correctionDays'], 'Правка закрывается раньше, чем истекает срок заполнения.');
  if (attendance.order === 'curatorFirst' && attendance.presenceBy === 'teacher')
    refuse(['attendance', 'order'], 'Куратор не может отмечать первым: отсутствие ставит только преподаватель.');
  if (lessonHours.usual > lessonHours.max) refuse(['lessonHours'], 'Обычное число часов больше наибольшего.');
  if (accessWindow && accessWindow.from >= accessWindow.to)
    refuse(['accessWindow'], 'Время доступа кончается раньше, чем начинается.');
  if (repeated(print.parts)) refuse(['print', 'parts'], 'Части твёрдой копии повторяются.');
  if (!print.parts.includes('courses'))
    refuse(['print', 'parts'], 'Твёрдая копия без страниц дисциплин не печатается.');
}

function repeated(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}
