import { type Parsed, tidy } from './parsed';
import { serialDay } from './serial-day';

const months = ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const wrong = (text: string) => ({ wrong: `«${text}» не дата; напишите её так: 01.09.2026` });

/**
 * A day `YYYY-MM-DD` from «01.09.2026», «1.9.26», «2026-09-01», «1 сентября 2026 г.», «01.сен.26», with a time behind it, or
 * from Excel's number of the day, which is left when a column was made a number.
 */
export function parseDay(text: string): Parsed<string> {
  const bare = tidy(text)
    .replace(/\s*г(ода|\.)?$/i, '')
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  if (/^\d{5}([.,]0+)?$/.test(bare)) {
    const day = serialDay(Number.parseInt(bare, 10));
    return day === null ? wrong(bare) : { value: day };
  }
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(bare);
  if (iso) return dayOf(bare, iso[1], iso[2], iso[3]);
  const usual = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})$/.exec(bare);
  if (usual) return dayOf(bare, usual[3], usual[2], usual[1]);
  const worded = /^(\d{1,2})[-. ]+([а-я]{3,8})[-. ]+(\d{4}|\d{2})$/i.exec(bare);
  if (worded) return dayOf(bare, worded[3], monthOf(worded[2] ?? ''), worded[1]);
  return wrong(bare);
}

function monthOf(word: string): string {
  const begins = word.toLowerCase().replace(/^май/, 'мая').slice(0, 3);
  return String(months.indexOf(begins) + 1);
}

/** Two digits of a year as Excel takes them: to 29 they are of this century. */
function dayOf(text: string, year = '', month = '', day = ''): Parsed<string> {
  const short = Number(year);
  const full = year.length === 4 ? short : short < 30 ? 2000 + short : 1900 + short;
  const value = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${value}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value) && full >= 1900 && full < 2200)
    return { value };
  if (Number(month) > 12 && Number(day) <= 12)
    return { wrong: `В «${text}» месяц стоит перед днём; напишите сначала день: ${month}.${day}.${full}` };
  return { wrong: `Даты «${text}» нет в календаре` };
}
