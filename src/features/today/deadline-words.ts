import { addDays, daysBetween } from '@/domain/calendar/local-date';
import { daysLate, isLate } from '@/domain/deadlines/deadlines';
import { localDateOf, localTimeOf } from '@/domain/deadlines/zone';
import { shortDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import type { Moment } from './school-time';

export type Urgency = 'overdue' | 'attention' | 'ahead';

/** A deadline is the first instant too late: «просрочено 2 дня», «сегодня до 23:59», «завтра, 19.12», «21.12, 3 дня». */
export function deadlineWords(deadline: Date, { now, today, timeZone }: Moment): string {
  const lastMoment = new Date(deadline.getTime() - 1);
  const lastDay = localDateOf(lastMoment, timeZone);
  if (isLate(now, deadline)) {
    const days = daysLate(now, deadline, timeZone);
    return days === 0
      ? `просрочено с ${localTimeOf(deadline, timeZone)}`
      : `просрочено ${counted(days, 'день', 'дня', 'дней')}`;
  }
  if (lastDay === today) {
    const atMidnight = localTimeOf(deadline, timeZone) === '00:00';
    return `сегодня до ${localTimeOf(atMidnight ? lastMoment : deadline, timeZone)}`;
  }
  if (lastDay === addDays(today, 1)) return `завтра, ${shortDate(lastDay)}`;
  return `${shortDate(lastDay)}, ${counted(daysBetween(today, lastDay), 'день', 'дня', 'дней')}`;
}

/** Today and tomorrow ask for attention, later terms lie ahead. */
export function urgencyOf(deadline: Date, { now, today, timeZone }: Moment): Urgency {
  if (isLate(now, deadline)) return 'overdue';
  const lastDay = localDateOf(new Date(deadline.getTime() - 1), timeZone);
  return lastDay <= addDays(today, 1) ? 'attention' : 'ahead';
}
