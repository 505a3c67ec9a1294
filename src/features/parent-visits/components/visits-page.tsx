import './visits.css';
import { percentage } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonAnchor } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { Section } from '@/ui/section';
import { Segments } from '@/ui/segments';
import { State } from '@/ui/sign';
import type { GroupVisits, VisitLine } from '../load-visits';
import { visitDays } from '../params';
import { visitStateWords } from '../visit-words';

/** Who of the parents has looked into the diary and when last; those who have not come first. */
export function VisitsPage({ visits }: { visits: GroupVisits }) {
  const { groupId, days, lines, parents, came, share } = visits;
  const silent = lines.filter(({ state }) => state === 'silent' || state === 'never');
  return (
    <div className="single">
      <Section
        id="visits"
        title="Родители в дневнике"
        note={`за ${counted(days, 'день', 'дня', 'дней')} заходили ${came} из ${parents}, ${percentage(share)}`}
        end={
          <Segments
            label="За сколько дней"
            items={visitDays.map((one) => ({
              href: `/groups/${groupId}/parents?days=${one}`,
              label: counted(one, 'день', 'дня', 'дней'),
              current: one === days,
            }))}
          />
        }
      >
        <table className="tb tb-cards visits">
          <thead>
            <tr>
              <th scope="col">Студент</th>
              <th scope="col">Родитель</th>
              <th scope="col">Последний вход</th>
              <th scope="col" className="num">
                Входов
              </th>
            </tr>
          </thead>
          <tbody>{lines.map(visitRow)}</tbody>
        </table>
      </Section>
      <p className="no-print visit-acts">
        {silent.length > 0 && (
          <ButtonLink href={`/groups/${groupId}/parents?days=${days}&view=reminders`}>
            Напоминания на печать: {silent.length}
          </ButtonLink>
        )}
        <ButtonAnchor href={`/reports/parent-visits?group=${groupId}&days=${days}`}>Отчёт: PDF, таблица</ButtonAnchor>
      </p>
    </div>
  );
}

function visitRow({ key, student, parent, relation, state, last, visits }: VisitLine) {
  return (
    <tr key={key}>
      <th scope="row">{student}</th>
      <td>{parent ? `${parent}, ${relation}` : ''}</td>
      <td>{state === 'visits' ? last : <VisitStateWords state={state} last={last} />}</td>
      <td className="num" data-head="входов">
        {visits || '–'}
      </td>
    </tr>
  );
}

/** Amber and red wait for the curator's reminder; the others cannot come yet. */
function VisitStateWords({ state, last }: Pick<VisitLine, 'state' | 'last'>) {
  const words = visitStateWords[state];
  if (state === 'silent') return <State kind="attention">{`${words}, ${last}`}</State>;
  if (state === 'never') return <State kind="overdue">{words}</State>;
  return <span className="text-text2">{words}</span>;
}
