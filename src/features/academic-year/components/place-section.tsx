import Link from 'next/link';
import { nameWithInitials } from '@/domain/people/name';
import { fullDate } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { ReadinessLine } from '../readiness';
import type { YearPlace, YearView } from '../year-view';
import { EndReopeningButton } from './end-reopening-button';
import { ReopenButton } from './reopen-button';

type Props = { place: YearPlace; view: Pick<YearView, 'may' | 'today' | 'reopenUntil' | 'closing'> };

/** One group's period: what is missing in which journal, who fills it, and the way there; its reopenings. */
export function PlaceSection({ place, view }: Props) {
  const { group, period, locked, sections, lines, reopenings } = place;
  const { may, today, reopenUntil, closing } = view;
  const ids = { groupId: group.id, periodId: period.id };
  const reopens = locked && may.reopen && closing === null;
  return (
    <Section
      id="place"
      title={`${group.name}, ${period.name}`}
      end={
        may.print && (
          <a href={`/reports/period-ledger?group=${group.id}&period=${period.id}`}>Ведомость этого периода</a>
        )
      }
    >
      {lines.length === 0 ? (
        <EmptyState title="Журналы этого периода готовы." />
      ) : (
        <table className="tb year-lines">
          <caption className="sr-only">Чего не хватает в журналах</caption>
          <thead>
            <tr>
              <th scope="col">Дисциплина</th>
              <th scope="col">Чего не хватает</th>
              <th scope="col">Кто отвечает</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.sectionId} line={line} linked={may.openJournals} />
            ))}
          </tbody>
        </table>
      )}
      {reopenings.map(({ id, title, reason, until }) => (
        <p key={id}>
          <b>{title}</b>: открыт снова до {fullDate(until)} включительно. {reason}
        </p>
      ))}
      {reopens && (
        <div className="year-tools">
          <ReopenButton place={ids} sections={sections} today={today} latest={reopenUntil} />
          {reopenings.length > 0 && <EndReopeningButton place={ids} />}
        </div>
      )}
    </Section>
  );
}

function Line({ line, linked }: { line: ReadinessLine; linked: boolean }) {
  const {
    sectionId,
    periodId,
    index,
    course,
    subgroup,
    teachers,
    unfilled,
    lessonId,
    missing,
    proposals,
    unpublished,
    dots,
  } = line;
  const grades = `/journal/${sectionId}?period=${periodId}`;
  const to = (href: string, words: string) =>
    linked ? (
      <Link prefetch={false} href={href}>
        {words}
      </Link>
    ) : (
      words
    );
  return (
    <tr>
      <th scope="row" className="year-course">
        {index} {course}
        {subgroup !== null && `, ${subgroup}`}
      </th>
      <td>
        <ul className="year-lacks">
          {unfilled > 0 && (
            <li>{to(`/journal/${sectionId}?lesson=${lessonId ?? ''}`, `не заполнено занятий: ${unfilled}`)}</li>
          )}
          {missing > 0 && (
            <li>
              {to(grades, `нет итоговых: ${missing}`)}
              {proposals > 0 && `, из них с отметками, по которым она предложена: ${proposals}`}
            </li>
          )}
          {unpublished > 0 && <li>{to(grades, `не опубликовано: ${unpublished}`)}</li>}
          {dots > 0 && <li>{to(grades, `долгов: ${dots}`)}</li>}
        </ul>
      </td>
      <td>{teachers.map(nameWithInitials).join(', ') || 'нагрузка не назначена'}</td>
    </tr>
  );
}
