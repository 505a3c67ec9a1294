import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';

/** The day for which a list is shown; a form without a script. */
export function DayForm({ action, date, today }: { action: string; date: string; today: string }) {
  return (
    <form className="search-line no-print" action={action}>
      <label htmlFor="list-day">На дату</label>
      <input id="list-day" className="input" name="date" type="date" defaultValue={date} required />
      <Button type="submit">Показать</Button>
      {date !== today && <ButtonLink href={action}>Сегодня</ButtonLink>}
    </form>
  );
}
