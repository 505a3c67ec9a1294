import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { State } from '@/ui/sign';
import type { SchemeLine } from '../scheme-view';
import { dueWords, standingWords } from '../topic-words';

/** Journals and their КТП, the most overdue first. */
export function SchemeLines({ lines }: { lines: readonly SchemeLine[] }) {
  return (
    <table className="tb tb-hover scheme-lines">
      <thead>
        <tr>
          <th scope="col">Дисциплина</th>
          <th scope="col">Группы</th>
          <th scope="col">Преподаватель</th>
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
            <th scope="row" data-label="Дисциплина">
              <Name line={line} />
              <span className="sub">{line.kind}</span>
            </th>
            <td data-label="Группы">{line.groups.join('; ')}</td>
            <td data-label="Преподаватель">{line.teachers.join(', ') || 'не назначен'}</td>
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
