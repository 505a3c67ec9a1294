import type { AbsenceKind, NoteSpan } from '@/domain/attendance/absence-note';
import { numberRange, shortDate } from '@/texts/format';

export const kindLabels: Readonly<Record<AbsenceKind, string>> = {
  sick: 'болезнь',
  doctor: 'приём врача',
  family: 'семейные обстоятельства',
  event: 'соревнования, мероприятие',
  other: 'другая причина',
};

/** «18.12», «18.12–20.12», «18.12, пары 1–2» */
export function daysInWords({ startsOn, endsOn, firstPeriod, lastPeriod }: NoteSpan): string {
  if (startsOn !== endsOn) return `${shortDate(startsOn)}–${shortDate(endsOn)}`;
  if (firstPeriod === null || lastPeriod === null) return shortDate(startsOn);
  const word = firstPeriod === lastPeriod ? 'пара' : 'пары';
  return `${shortDate(startsOn)}, ${word} ${numberRange(firstPeriod, lastPeriod)}`;
}
