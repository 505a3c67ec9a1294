import Link from 'next/link';
import { isFailing, markSign } from '@/domain/grading/scale';
import type { MarkValue } from '@/domain/types';
import { average, shortDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Sign } from '@/ui/sign';
import type { SubjectRow } from '../diary-view';
import { subjectHref } from '../links';
import { GradeSign } from './mark-signs';

export function SubjectLine({ row, studentId }: { row: SubjectRow; studentId: number }) {
  return (
    <tr>
      <th scope="row">
        <Link href={subjectHref(studentId, row.courseId)} prefetch={false}>
          {row.course}
        </Link>
        <SubjectNote row={row} />
      </th>
      <td className="subject-recent">{row.recent.map(recentMark)}</td>
      <td className="subject-average num">{average(row.average)}</td>
      <td className="subject-grade num">
        {row.grade ? <GradeSign value={row.grade} /> : <Proposed value={row.proposed} />}
      </td>
    </tr>
  );
}

/** The most pressing thing to say about a subject: a debt, a mark nearly reached, an exemption. */
function SubjectNote({ row: { debts, nearly, note } }: { row: SubjectRow }) {
  if (debts) {
    return (
      <span className="subject-note text-red">
        <Sign kind="overdue" />
        {counted(debts.count, 'долг', 'долга', 'долгов')}
        {debts.dueOn && `, срок ${shortDate(debts.dueOn)}`}
      </span>
    );
  }
  if (nearly) {
    return (
      <span className="subject-note text-amber">
        <Sign kind="attention" />
        до «{markSign(nearly.value)}» не хватает {average(nearly.missing)}
      </span>
    );
  }
  return note ? <span className="subject-note">{note}</span> : null;
}

function recentMark(value: MarkValue, index: number) {
  return (
    <span key={index} className={isFailing(value) ? 'mark-fail' : undefined}>
      {markSign(value)}{' '}
    </span>
  );
}

function Proposed({ value }: { value: MarkValue | null }) {
  if (value === null) return <span className="text-text3">–</span>;
  return (
    <span className="text-text2">
      <span className="sr-only">предлагается </span>
      {markSign(value)}
    </span>
  );
}
