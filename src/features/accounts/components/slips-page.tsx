import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { SlipsView } from '../accounts-view';
import { IssueLog } from './issue-log';
import { SlipForm } from './slip-form';
import './accounts.css';

/** Slips of access for a group: curator or study office, by the profile (R-006, C-11). */
export function SlipsPage({ view }: { view: SlipsView }) {
  const { groups, group, people, issues, timeZone } = view;
  return (
    <div className="single">
      <div className="day-head">
        <h1>Листки с доступом</h1>
        {group && <span className="text-text2">{group.name}</span>}
      </div>
      {groups.length > 1 && (
        <form className="search-line" action="/reports/credential-slips">
          <label htmlFor="slip-group">Группа</label>
          <select id="slip-group" className="input" name="group" defaultValue={group?.id ?? ''} required>
            <option value="" disabled>
              выберите
            </option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Button type="submit">Показать</Button>
        </form>
      )}
      {group && people.length > 0 && (
        <Section id="people" title="Студенты и родители">
          <SlipForm key={group.id} people={people} groupName={group.name} />
        </Section>
      )}
      {group && people.length === 0 && <EmptyState title="В группе никого нет." />}
      {group && (
        <Section id="issues" title="Журнал выдачи">
          <IssueLog issues={issues} timeZone={timeZone} />
        </Section>
      )}
    </div>
  );
}
