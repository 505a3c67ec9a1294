import { dateRange, dayMonth } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { CalendarYear, GraphGroup, GraphView, SharedSpan } from '../calendar-view';
import { spanWords } from '../calendar-words';
import { sharedSpans } from '../shared-spans';
import { CalendarTabs } from './calendar-tabs';
import { EditSpanDialog, RemoveSpanDialog } from './edit-span-dialog';
import { PeriodChoice } from './period-choice';
import { SpanDialog } from './span-dialog';
import './calendar.css';

/** The график учебного процесса: what each group does week by week, and by which periods it studies. */
export function GraphPage({ view }: { view: GraphView }) {
  const { year, years, groups, periods, may } = view;
  const spans = sharedSpans(groups);
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
          {spans.length > 0 && (
            <Section id="spans" title="Каникулы, сессии, практики" note={spans.length}>
              <Spans spans={spans} year={year} mayEnter={may.enter} />
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
                {count > 1 && name}
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

function Spans({ spans, year, mayEnter }: { spans: readonly SharedSpan[]; year: CalendarYear; mayEnter: boolean }) {
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Что</th>
          <th scope="col">Когда</th>
          <th scope="col">Группы</th>
          <th scope="col" aria-label="Действия" />
        </tr>
      </thead>
      <tbody>
        {spans.map((span) => (
          <tr key={span.groups[0]?.spanId}>
            <th scope="row">{[spanWords[span.kind].name, span.name].filter(Boolean).join(', ')}</th>
            <td className="nowrap">{dateRange(span.startsOn, span.endsOn)}</td>
            <td className="line">{span.groups.map(({ name }) => name).join(', ')}</td>
            <td className="act">
              {mayEnter && <EditSpanDialog year={year} span={span} />} {mayEnter && <RemoveSpanDialog span={span} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
