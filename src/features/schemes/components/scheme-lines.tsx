import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { State } from '@/ui/sign';
import type { SchemeWords } from '../load-schemes-page';
import type { SchemeLine } from '../scheme-view';
import { dueWords, standingWords } from '../topic-words';

/** Journals and their КТП, the most overdue first. */
export function SchemeLines({ lines, words }: { lines: readonly SchemeLine[]; words: SchemeWords }) {
  return (
    <table className="tb tb-hover scheme-lines">
      <thead>
        <tr>
          <th scope="col">{words.course}</th>
          <th scope="col">{words.groups}</th>
          <th scope="col">{words.teacher}</th>
          <th scope="col" className="num">
            Часы: нагрузка / КТП
          </th>
          <th scope="col">Срок</th>
          <th scope="col">КТП</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={line.overdueDays > 0 ? 'is-bad' : undefined}>
            <th scope="row" data-label={words.course}>
              <Name line={line} />
              <span className="sub">{line.kind}</span>
            </th>
            <td data-label={words.groups}>{line.groups.join('; ')}</td>
            <td data-label={words.teacher}>{line.teachers.join(', ') || 'не назначен'}</td>
            <td data-label="Часы: нагрузка / КТП" className="num">
              {line.plannedHours} / {line.schemeHours ?? '–'}
            </td>
            <td data-label="Срок">{line.state === 'approved' ? '' : dueWords(line.dueOn, line.overdueDays)}</td>
            <td data-label="КТП">
              <State kind={line.overdueDays > 0 ? 'overdue' : standingWords[line.state].sign}>
                {standingWords[line.state].words}
                {line.version > 1 && `, версия ${line.version}`}
                {line.approvedOn && ` ${fullDate(line.approvedOn)}`}
              </State>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name({ line }: { line: SchemeLine }) {
  if (line.schemeId !== null) {
    return (
      <Link href={`/study/schemes/${line.schemeId}`} prefetch={false}>
        {line.course}
      </Link>
    );
  }
  if (!line.own) return line.course;
  return (
    <Link href={`/study/schemes?section=${line.sectionId}`} prefetch={false}>
      {line.course}
    </Link>
  );
}
