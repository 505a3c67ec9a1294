import Link from 'next/link';
import { hoursOfRows } from '@/domain/schemes/topic-rows';
import { fullDate, hours } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonAnchor } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { State } from '@/ui/sign';
import type { SchemeView } from '../scheme-view';
import { dueWords, standingWords } from '../topic-words';
import { ApprovalSheet } from './approval-sheet';
import { ProgressTable } from './progress-table';
import { SchemeActs } from './scheme-acts';
import { SchemeEditor } from './scheme-editor';
import './schemes.css';
import { TopicList } from './topic-list';

/** One КТП: written by its teacher, decided on by the methodist, followed by its journals. */
export function SchemePage({ view }: { view: SchemeView }) {
  const { words, sign } = standingWords[view.state];
  const last = view.steps.at(-1);
  return (
    <div className="single-wide">
      <Link href="/study/schemes" prefetch={false}>
        ‹ КТП
      </Link>
      <div className="day-head">
        <h1>{view.title}</h1>
        <State kind={view.overdueDays > 0 ? 'overdue' : sign} strong>
          {words}
          {view.approvedOn && ` ${fullDate(view.approvedOn)}`}
        </State>
        <span className="text-text2">{factsOf(view)}</span>
        <span className="push small">
          <ButtonAnchor size="small" href={`/api/study/schemes/${view.id}/pdf`} download>
            PDF
          </ButtonAnchor>{' '}
          <ButtonAnchor size="small" href={`/api/study/schemes/${view.id}/xlsx`} download>
            XLSX
          </ButtonAnchor>{' '}
          <ButtonAnchor size="small" href={`/api/study/schemes/${view.id}/csv`} download>
            CSV
          </ButtonAnchor>
        </span>
      </div>
      {view.versions.length > 1 && (
        <p className="scheme-versions">
          Версии:{' '}
          {view.versions.map((one) => (
            <Link
              key={one.id}
              href={`/study/schemes/${one.id}`}
              prefetch={false}
              aria-current={one.id === view.id ? 'page' : undefined}
            >
              {one.version}, {standingWords[one.state].words}
              {one.approvedOn && ` ${fullDate(one.approvedOn)}`}
            </Link>
          ))}
        </p>
      )}
      {view.state === 'returned' && last && (
        <Notice kind="warning">
          Вернул(а) {last.by}: <span className="scheme-remark">{last.remark}</span>
        </Notice>
      )}
      {!view.may.edit && <SchemeActs view={view} />}
      {view.may.edit ? <SchemeEditor key={view.id} view={view} /> : <TopicList view={view} />}
      {view.progress.length > 0 && <ProgressTable progress={view.progress} />}
      {view.steps.length > 0 && <ApprovalSheet steps={view.steps} timeZone={view.timeZone} />}
    </div>
  );
}

function factsOf(view: SchemeView): string {
  return [
    view.author,
    view.kind,
    `${counted(view.topics.length, 'тема', 'темы', 'тем')}, ${hours(hoursOfRows(view.topics))}`,
    view.state === 'approved' ? '' : dueWords(view.dueOn, view.overdueDays),
  ]
    .filter(Boolean)
    .join(' · ');
}
