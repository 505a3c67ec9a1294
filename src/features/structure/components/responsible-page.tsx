import { dateRange, fullDate } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import type { ResponsibilityRow, ResponsibleView } from '../structure-view';
import { RemoveButton } from './remove-button';
import { ResponsibleDialog } from './responsible-dialog';
import { StructureTabs } from './structure-tabs';
import './structure.css';

/** The register of responsible persons by order. */
export function ResponsiblePage({ view }: { view: ResponsibleView }) {
  const { present, former, vacant, staff, today, may } = view;
  return (
    <div className="single-wide">
      <StructureTabs current="/study/structure/responsible" title="Ответственные лица" />
      {vacant.map((duty) => (
        <Notice key={duty} kind="warning">
          <div className="spread">
            <span>Не назначен: {duty.charAt(0).toLowerCase() + duty.slice(1)}.</span>
            {may.enter && <ResponsibleDialog duty={duty} staff={staff} today={today} />}
          </div>
        </Notice>
      ))}
      <Section
        id="present"
        title="Назначены приказом"
        note={present.length}
        end={may.enter && <ResponsibleDialog staff={staff} today={today} />}
      >
        {present.length === 0 ? (
          <EmptyState title="В реестре никого нет.">Внесите приказ о назначении ответственных.</EmptyState>
        ) : (
          <Register rows={present} view={view} />
        )}
      </Section>
      {former.length > 0 && (
        <Section id="former" title="Прежде" note={former.length}>
          <Register rows={former} view={view} />
        </Section>
      )}
    </div>
  );
}

function Register({
  rows,
  view: { staff, today, may },
}: {
  rows: readonly ResponsibilityRow[];
  view: ResponsibleView;
}) {
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">За что отвечает</th>
          <th scope="col">Кто</th>
          <th scope="col">Приказ</th>
          <th scope="col">Срок</th>
          <th scope="col" aria-label="Действия" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="name-cell">
              {row.duty}
            </th>
            <td>
              {row.person}
              {row.position && <span className="sub">{row.position}</span>}
            </td>
            <td>
              № {row.orderNumber} от {fullDate(row.orderedOn)}
            </td>
            <td>{row.endsOn ? dateRange(row.startsOn, row.endsOn) : `с ${fullDate(row.startsOn)}`}</td>
            <td className="act">
              {may.enter && <ResponsibleDialog row={row} staff={staff} today={today} />}{' '}
              {may.enter && <RemoveButton kind="responsibility" id={row.id} version={row.version} name={row.duty} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
