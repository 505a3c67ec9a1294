import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { SlipsView } from '../accounts-view';
import { IssueLog } from './issue-log';
import { SlipForm } from './slip-form';
import './accounts.css';

/** Slips of access for a group or for the staff: administrator, curator or study office, by the profile (R-004, R-006, C-11). */
export function SlipsPage({ view }: { view: SlipsView }) {
  const { groups, staff, chosen, people, issues, timeZone } = view;
  return (
    <div className="single">
      <div className="day-head">
        <h1>Листки с доступом</h1>
        {chosen && <span className="text-text2">{chosen.name}</span>}
      </div>
      {groups.length + (staff ? 1 : 0) > 1 && <Whose view={view} />}
      {chosen && people.length > 0 && (
        <Section id="people" title={chosen.of === 'staff' ? 'Сотрудники' : 'Студенты и родители'} note={people.length}>
          <SlipForm key={chosen.of} people={people} of={chosen.name} />
        </Section>
      )}
      {chosen && people.length === 0 && <EmptyState title="Здесь никого нет." />}
      {chosen && (
        <Section id="issues" title="Журнал выдачи">
          <IssueLog issues={issues} timeZone={timeZone} />
        </Section>
      )}
    </div>
  );
}

function Whose({ view: { groups, staff, chosen } }: { view: SlipsView }) {
  return (
    <form className="search-line" action="/reports/credential-slips">
      <label htmlFor="slips-of">Для кого</label>
      <select id="slips-of" className="input" name="group" defaultValue={chosen?.of ?? ''} required>
        <option value="" disabled>
          выберите
        </option>
        {staff && <option value="staff">Сотрудники</option>}
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button type="submit">Показать</Button>
    </form>
  );
}
