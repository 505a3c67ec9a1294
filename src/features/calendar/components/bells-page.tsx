import { fullDate } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { BellsRow, BellsView } from '../calendar-view';
import { weekdays } from '../calendar-words';
import { ApplyBellsDialog } from './apply-bells-dialog';
import { BellsDialog } from './bells-dialog';
import { CalendarTabs } from './calendar-tabs';
import { RemoveButton } from './remove-button';
import './calendar.css';

/** Bell schedules: the usual one, shortened days, second shift, days of their own. */
export function BellsPage({ view: { schedules, groups, may } }: { view: BellsView }) {
  return (
    <div className="single">
      <CalendarTabs
        current="/study/calendar/bells"
        title="Звонки"
        end={may.enter && <BellsDialog first={schedules.length === 0} />}
      />
      {schedules.length === 0 && (
        <EmptyState title="Звонков ещё нет.">Без них журнал не знает, началось ли занятие.</EmptyState>
      )}
      {schedules.map((bells) => (
        <Section
          key={bells.id}
          id={`bells-${bells.id}`}
          title={bells.name}
          note={noteOf(bells)}
          end={may.enter && <Acts bells={bells} groups={groups} mayRemove={may.remove} />}
        >
          <ul className="bell-pairs">
            {bells.pairs.map(({ number, startsAt, endsAt }) => (
              <li key={number}>
                <b>{number}</b>
                {startsAt}–{endsAt}
              </li>
            ))}
          </ul>
          <Uses bells={bells} mayRemove={may.remove} />
        </Section>
      ))}
    </div>
  );
}

function Acts(props: { bells: BellsRow; groups: BellsView['groups']; mayRemove: boolean }) {
  const { bells, groups, mayRemove } = props;
  return (
    <span className="act-foot">
      <ApplyBellsDialog bells={bells} groups={groups} />
      <BellsDialog bells={bells} />
      {mayRemove && !bells.isDefault && (
        <RemoveButton kind="bellSchedule" id={bells.id} version={bells.version} name={bells.name} />
      )}
    </span>
  );
}

function noteOf({ isDefault, shortened, uses }: BellsRow): string {
  const words = [isDefault ? 'обычные' : '', shortened ? 'сокращённые дни' : ''].filter(Boolean);
  return words.join(', ') || (uses.length === 0 ? 'не звонят: не указано, когда' : '');
}

function Uses({ bells: { uses, name }, mayRemove }: { bells: BellsRow; mayRemove: boolean }) {
  if (uses.length === 0) return null;
  return (
    <ul className="bell-uses">
      {uses.map(({ id, group, weekday, date }) => {
        const words = [
          group ?? 'все группы',
          weekday ? (weekdays[weekday - 1] ?? '') : '',
          date ? fullDate(date) : '',
        ].filter(Boolean);
        return (
          <li key={id}>
            {words.join(', ')}{' '}
            {mayRemove && <RemoveButton kind="bellUse" id={id} name={`${name}: ${words.join(', ')}`} label="Убрать…" />}
          </li>
        );
      })}
    </ul>
  );
}
