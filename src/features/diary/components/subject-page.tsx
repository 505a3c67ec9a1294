import Link from 'next/link';
import { average } from '@/texts/format';
import type { DiarySubject } from '../diary-view';
import { diaryHref, subjectHref } from '../links';
import { AverageRuler } from './average-ruler';
import { DebtAlert } from './debt-alert';
import { GradeSign } from './mark-signs';
import { PeriodTabs } from './period-tabs';
import { SubjectEntries } from './subject-entries';

/** One subject: three numbers, the ruler, the sum worked out by hand, what may come, then every mark by month. */
export function SubjectPage({ subject }: { subject: DiarySubject }) {
  const { studentId, courseId } = subject;
  const facts = [subject.index, subject.teachers.join(', '), subject.control].filter(Boolean).join(' · ');
  return (
    <>
      <div className="subject-head">
        <Link href={`${diaryHref(studentId)}/subjects`} prefetch={false}>
          ‹ Предметы
        </Link>
        <h1>{subject.course}</h1>
        <p className="small text-text2">{facts}</p>
      </div>
      <PeriodTabs path={subjectHref(studentId, courseId)} periods={subject.periods} />
      <DebtAlert studentId={studentId} debts={subject.debts} ofSubject />
      <div className="subject-columns">
        <section className="explained" aria-label="Средний и итоговая">
          <SubjectNumbers subject={subject} />
          {subject.average && subject.bounds && (
            <AverageRuler hundredths={subject.average.hundredths} bounds={subject.bounds} />
          )}
          <Explanation subject={subject} />
        </section>
        <SubjectEntries entries={subject.entries} />
      </div>
    </>
  );
}

function SubjectNumbers({ subject: { average: mean, proposed, grade } }: { subject: DiarySubject }) {
  return (
    <p className="subject-numbers">
      <span>
        Средний <b>{average(mean?.hundredths ?? null)}</b>
      </span>
      <span>Предлагается {proposed ? <b>{proposed.value}</b> : <span className="text-text3">нет</span>}</span>
      <span>Итоговая {grade ? <GradeSign value={grade.value} /> : <span className="text-text3">нет</span>}</span>
    </p>
  );
}

function Explanation({ subject: { average: mean, proposed, grade, forecast } }: { subject: DiarySubject }) {
  if (!mean) return <p>Отметок за этот период ещё нет, среднего тоже.</p>;
  const { explained } = mean;
  return (
    <>
      <p>
        <b>Как посчитано.</b> Отметок {explained.marks}.
        <br />
        {explained.formula}
        <br />
        <span className="text-text2">{explained.rule.charAt(0).toUpperCase() + explained.rule.slice(1)}.</span>
      </p>
      {proposed && (
        <p>
          <b>Почему «{proposed.value}».</b> {proposed.why}
        </p>
      )}
      {grade?.reason && (
        <p>
          <b>Обоснование итоговой.</b> {grade.reason}
        </p>
      )}
      {forecast && (
        <p>
          <b>Прогноз.</b> {forecast}
        </p>
      )}
    </>
  );
}
