import { deviceInWords, placeInWords } from '@/texts/device-words';
import { fullDateTime } from '@/texts/format';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { Segments } from '@/ui/segments';
import type { AuditPage as Audit, AuditFilter, AuditLine } from '../audit-view';
import { knownCommands } from '../command-words';
import './audit.css';

const address = (filter: AuditFilter, change: Partial<AuditFilter>) => {
  const { view, q, command, from, to, before } = { ...filter, ...change };
  const params = Object.entries({ view, q, command, from, to, before: before === null ? '' : String(before) });
  return `/admin/audit?${new URLSearchParams(params.filter(([, value]) => value !== ''))}`;
};

/** Who did what in the journal: searched by person, act and day. */
export function AuditPage({ audit, filter }: { audit: Audit; filter: AuditFilter }) {
  const views = [
    { href: address(filter, { view: 'acts', before: null }), label: 'Действия', current: filter.view === 'acts' },
    {
      href: address(filter, { view: 'entries', command: '', before: null }),
      label: 'Входы и отказы',
      current: filter.view === 'entries',
    },
  ];
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Аудит</h1>
        <Segments label="Что показать" items={views} />
      </div>
      <FilterLine filter={filter} />
      {audit.lines.length === 0 ? (
        <EmptyState title="Ничего не нашлось.">Измените условия.</EmptyState>
      ) : (
        <table className="tb tb-cards audit">
          <thead>
            <tr>
              <th scope="col">Когда</th>
              <th scope="col">Кто</th>
              <th scope="col">Что</th>
              <th scope="col">Объект</th>
              <th scope="col">Откуда</th>
            </tr>
          </thead>
          <tbody>
            {audit.lines.map((line) => (
              <Line key={line.id} line={line} timeZone={audit.timeZone} />
            ))}
          </tbody>
        </table>
      )}
      <p className="search-line">
        {filter.before !== null && <ButtonLink href={address(filter, { before: null })}>К последним</ButtonLink>}
        {audit.next && <ButtonLink href={address(filter, { before: Number(audit.next) })}>Раньше</ButtonLink>}
      </p>
    </div>
  );
}

function FilterLine({ filter }: { filter: AuditFilter }) {
  return (
    <search>
      <form className="search-line" action="/admin/audit">
        <input type="hidden" name="view" value={filter.view} />
        <input
          className="input"
          name="q"
          type="search"
          maxLength={100}
          aria-label="Фамилия"
          placeholder="Фамилия"
          defaultValue={filter.q}
        />
        {filter.view === 'acts' && (
          <select className="input" name="command" aria-label="Действие" defaultValue={filter.command}>
            <option value="">все действия</option>
            {knownCommands.map(([command, label]) => (
              <option key={command} value={command}>
                {label}
              </option>
            ))}
          </select>
        )}
        <label className="audit-day">
          с <input className="input" name="from" type="date" defaultValue={filter.from} />
        </label>
        <label className="audit-day">
          по <input className="input" name="to" type="date" defaultValue={filter.to} />
        </label>
        <Button type="submit">Показать</Button>
      </form>
    </search>
  );
}

function Line({ line, timeZone }: { line: AuditLine; timeZone: string }) {
  return (
    <tr>
      <td className="nowrap">{fullDateTime(line.at, timeZone)}</td>
      <th scope="row">
        {line.who}
        {line.roles && <span className="sub">{line.roles}</span>}
      </th>
      <td>
        {line.what}
        {line.steps.length > 0 && (
          <details>
            <summary className="sub">изменений: {line.steps.length + line.more}</summary>
            <ul>
              {line.steps.map(({ id, what, before, after }) => (
                <li key={id}>
                  {what}: {before === '–' ? after : `было ${before}, стало ${after}`}
                </li>
              ))}
              {line.more > 0 && <li>и ещё {line.more}</li>}
            </ul>
          </details>
        )}
      </td>
      <td>{line.object}</td>
      <td>
        {line.device === 'system' ? '–' : placeInWords(line.address)}
        {line.device !== 'system' && <span className="sub">{deviceInWords(line.device)}</span>}
      </td>
    </tr>
  );
}
