import { type TechnicalWorks, worksState } from '@/domain/deadlines/technical-works';
import { localDateOf, localTimeOf } from '@/domain/deadlines/zone';
import { shortDate } from '@/texts/format';

/** «23.11 с 22:00 до 23:30», «23.11 с 22:00 до 02:00 24.11» */
export function worksSpan({ startsAt, endsAt }: Omit<TechnicalWorks, 'note'>, timeZone: string): string {
  const [from, to] = [localDateOf(startsAt, timeZone), localDateOf(endsAt, timeZone)];
  const end = localTimeOf(endsAt, timeZone);
  return `${shortDate(from)} с ${localTimeOf(startsAt, timeZone)} до ${from === to ? end : `${end} ${shortDate(to)}`}`;
}

/** What the band says before and during the works; null when they are over. */
export function worksNotice(works: TechnicalWorks, now: Date, timeZone: string): string | null {
  const state = worksState(works, now);
  if (state === 'over') return null;
  const said =
    state === 'on'
      ? `Идут технические работы до ${localTimeOf(works.endsAt, timeZone)}: журнал открыт только для чтения.`
      : `Технические работы ${worksSpan(works, timeZone)}: журнал будет открыт только для чтения.`;
  return works.note ? `${said} ${works.note}` : said;
}
