import { daySheetHref as dayHref } from '@/features/today/links';
import { weekdayDate } from '@/texts/format';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import type { DaySheet } from '../day-view';

/** A day without lessons or people: where the nearest one is. */
export function EmptyDay({ sheet }: { sheet: DaySheet }) {
  const { groupId, previous, next, rows } = sheet;
  const nearest = previous ?? next;
  return (
    <>
      <EmptyState title={rows.length === 0 ? 'В этот день в группе никого нет.' : 'В этот день занятий у группы нет.'}>
        Здесь отмечают отсутствие в дни, когда у группы есть занятия по расписанию.
      </EmptyState>
      {nearest && <ButtonLink href={dayHref(groupId, nearest)}>Открыть {weekdayDate(nearest)}</ButtonLink>}
    </>
  );
}
