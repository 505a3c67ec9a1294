import { dateRange, dayMonth } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { GraphGroup, GraphView } from '../calendar-view';
import { spanWords } from '../calendar-words';
import { CalendarTabs } from './calendar-tabs';
import { PeriodChoice } from './period-choice';
import { RemoveButton } from './remove-button';
import { SpanDialog } from './span-dialog';
import './calendar.css';

/** The график учебного процесса: what each group does week by week, and by which periods it studies. */
export function GraphPage({ view }: { view: GraphView }) {
  const { year, years, groups, periods, may } = view;
  const planned = groups.filter(({ spans }) => spans.length > 0);
  return (
    <div className="single-wide">
      <CalendarTabs
        current="/study/calendar/graph"
        title={`График учебного процесса ${year.name}`}
        years={{ all: years, chosen: year.id }}
      />
      {groups.length === 0 ? (
        <EmptyState title="Групп этого года ещё нет.">Сначала создайте группы.</EmptyState>
      ) : (
        <>
          <Section
            id="weeks"
            title="По неделям"
            note={<Legend />}
            end={may.enter && <SpanDialog year={year} groups={groups} />}
          >
            <Weeks view={view} />
          </Section>
          {planned.length > 0 && (
            <Section id="spans" title="Каникулы, сессии, практики">
              <Spans groups={planned} mayEnter={may.enter} />
            </Section>
          )}
          <Section id="periods" title="По каким периодам учатся группы">
            <PeriodChoice periods={periods} groups={groups} may={may} />
          </Section>
        </>
      )}
    </div>
  );
}

function Legend() {
  return (
    <span className="legend">
      {Object.entries(spanWords).map(([kind, { letter, name }]) => (
        <span key={kind}>
          <b>{letter}</b> – {name}
        </span>
      ))}
    </span>
  );
}

function Weeks({ view: { weeks, months, groups } }: { view: GraphView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="graph-frame" aria-label="График по неделям" tabIndex={0}>
      <table className="tb graph">
        <thead>
          <tr>
            <th scope="col">Группа</th>
            {months.map(({ name, weeks: count }, place) => (
              <th key={place === 0 ? 'first' : name} scope="colgroup" colSpan={count}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id}>
              <th scope="row">{group.name}</th>
              <Runs group={group} weeks={weeks} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Runs({ group, weeks }: { group: GraphGroup; weeks: readonly string[] }) {
  let at = 0;
  return group.runs.map(({ kind, weeks: count }) => {
    const from = weeks[at] ?? '';
    at += count;
    const words = kind ? spanWords[kind] : null;
    return (
      <td
        key={from}
        colSpan={count}
        className={kind ? `span-${kind}` : undefined}
        title={words ? `${words.name} с недели ${dayMonth(from)}` : undefined}
      >
        {words?.letter}
      </td>
    );
  });
}

function Spans({ groups, mayEnter }: { groups: readonly GraphGroup[]; mayEnter: boolean }) {
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Группа</th>
          <th scope="col">Что и когда</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ id: groupId, name: group, spans }) => (
          <tr key={groupId}>
            <th scope="row">{group}</th>
            <td>
              <ul className="span-list">
                {spans.map(({ id, version, kind, name, startsOn, endsOn }) => {
                  const what = [spanWords[kind].name, name].filter(Boolean).join(', ');
                  return (
                    <li key={id}>
                      {what} {dateRange(startsOn, endsOn)}{' '}
                      {mayEnter && (
                        <RemoveButton
                          kind="studySpan"
                          id={id}
                          version={version}
                          name={`${group}, ${what}`}
                          label="Убрать…"
                        />
                      )}
                    </li>
                  );
                })}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
