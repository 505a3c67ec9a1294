import { parseDay } from '@/tabular/values/day';
import { parseWhole } from '@/tabular/values/number';
import { type Parsed, tidy } from '@/tabular/values/parsed';
import { parseLine } from '@/tabular/values/text';
import { weekParityLabels } from '@/texts/labels';
import type { Column } from '../../kind';
import { journalColumns } from '../load/columns';

const line = (most: number) => (text: string) => parseLine(text, most);

export const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;
const short = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];

function parseWeekday(text: string): Parsed<number> {
  const bare = tidy(text).toLowerCase().replace('.', '');
  const place = Math.max(weekdays.indexOf(bare as (typeof weekdays)[number]), short.indexOf(bare));
  if (place >= 0) return { value: place + 1 };
  return /^[1-7]$/.test(bare) ? { value: Number(bare) } : { wrong: `«${bare}» не день недели` };
}

type Parity = keyof typeof weekParityLabels;

function parseParity(text: string): Parsed<Parity> {
  const bare = tidy(text).toLowerCase().replace('.', '');
  const parities = Object.keys(weekParityLabels) as Parity[];
  const parity = parities.find((one) => weekParityLabels[one] === bare);
  if (parity) return { value: parity };
  if (/^(все|каждая|обе|еженедельно)$/.test(bare)) return { value: 'every' };
  if (/^(числ|нечет|нечёт|неч[её]тная)$/.test(bare)) return { value: 'odd' };
  if (/^(знам|чет|чёт|ч[её]тная)$/.test(bare)) return { value: 'even' };
  return { wrong: `«${bare}» не понято: ${Object.values(weekParityLabels).join(', ')}` };
}

export const timetableColumns = {
  period: { title: 'Учебный период', example: '', width: 22, parse: line(80) } as Column<string>,
  ...journalColumns,
  weekday: {
    title: 'День недели',
    aliases: ['День'],
    needed: true,
    example: 'понедельник',
    width: 13,
    parse: parseWeekday,
  } as Column<number>,
  classPeriod: {
    title: 'Пара',
    aliases: ['№ пары', 'Номер пары'],
    needed: true,
    example: '1',
    width: 7,
    parse: (text) => parseWhole(text, [1, 12]),
  } as Column<number>,
  parity: {
    title: 'Неделя',
    aliases: ['Чётность'],
    example: 'каждую неделю',
    width: 15,
    parse: parseParity,
  } as Column<Parity>,
  room: { title: 'Кабинет', aliases: ['Аудитория'], example: '214', width: 10, parse: line(40) } as Column<string>,
  startsOn: { title: 'С какого числа', example: '', width: 13, parse: parseDay } as Column<string>,
};

export type TimetableColumns = typeof timetableColumns;
