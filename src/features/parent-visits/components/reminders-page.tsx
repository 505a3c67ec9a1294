import './visits.css';
import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { PrintButton } from '@/ui/print-button';
import { Section } from '@/ui/section';
import type { GroupVisits, VisitLine } from '../load-visits';

/** Slips to print and hand over to those who have not looked into the diary for so many days (S0 П1.К3). */
export function RemindersPage({ visits }: { visits: GroupVisits }) {
  const { groupId, days, lines } = visits;
  const silent = lines.filter(({ state }) => state === 'silent' || state === 'never');
  return (
    <div className="single slips-only">
      <Section
        id="reminders"
        title="Напоминания родителям"
        note={`не заходили ${counted(days, 'день', 'дня', 'дней')} и больше: ${silent.length}`}
        end={
          <span className="no-print">
            <PrintButton /> <ButtonLink href={`/groups/${groupId}/parents?days=${days}`}>К списку</ButtonLink>
          </span>
        }
      >
        {silent.length === 0 ? (
          <EmptyState title="Напоминать некому.">Все родители с доступом заходили за это время.</EmptyState>
        ) : (
          <div className="slips">
            {silent.map((line) => (
              <Reminder key={line.key} line={line} visits={visits} />
            ))}
          </div>
        )}
      </Section>
    </div>
  );
}

function Reminder({ line, visits }: { line: VisitLine; visits: GroupVisits }) {
  const { address, student, daysAgo } = line;
  const since =
    daysAgo === null ? 'Вы пока ни разу не открывали' : `Вы не открывали ${counted(daysAgo, 'день', 'дня', 'дней')}`;
  return (
    <article className="slip">
      <b>{address}!</b>
      <p>
        {since} электронный дневник: {student}, группа {visits.group}. В нём видны отметки, пропуски с причинами,
        домашние задания и долги. Там же, в разделе «Пропуски», можно сообщить об отсутствии заранее.
      </p>
      <p>Если вход не получается, новый пароль выдаст куратор.</p>
      <p>
        {visits.curator && `Куратор ${visits.curator}`} · {fullDate(visits.today)}
      </p>
    </article>
  );
}
