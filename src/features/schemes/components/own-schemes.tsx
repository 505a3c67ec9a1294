import Link from 'next/link';
import { counted } from '@/texts/plural';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { SchemeLine } from '../scheme-view';
import { dueWords, standingWords } from '../topic-words';

const most = 6;

/** On the teacher's start page: what is still to be written or mended, with its term. */
export function OwnSchemes({ lines }: { lines: readonly SchemeLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Section
      id="own-schemes"
      title="КТП"
      note={counted(lines.length, 'не сдано', 'не сданы', 'не сдано')}
      end={
        <Link href="/study/schemes?view=mine" prefetch={false}>
          Все мои КТП
        </Link>
      }
    >
      <table className="tb">
        <tbody>
          {lines.slice(0, most).map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <Link
                  href={line.schemeId ? `/study/schemes/${line.schemeId}` : `/study/schemes?section=${line.sectionId}`}
                  prefetch={false}
                >
                  {line.course}
                </Link>
                <span className="sub">{line.groups.join('; ')}</span>
              </th>
              <td>
                <State kind={line.overdueDays > 0 ? 'overdue' : standingWords[line.state].sign}>
                  {standingWords[line.state].words}
                </State>
                <span className="sub">{dueWords(line.dueOn, line.overdueDays)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
