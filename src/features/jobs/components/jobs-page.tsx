import { type ActsHead, ActsTable } from '@/ui/acts-table';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { JobView } from '../load-jobs';
import { CancelJobButton } from './cancel-job-button';
import { JobProgress } from './job-progress';
import { JobsRefresher } from './jobs-refresher';

const heads: readonly ActsHead[] = [
  { label: 'Задание' },
  { label: 'Состояние' },
  { label: 'Начал' },
  { label: 'Поставлено', className: 'wide-only' },
  { label: 'Окончено', className: 'wide-only' },
];

/** «Фоновые задания»: what the server does by itself, the latest first. */
export function JobsPage({ jobs }: { jobs: readonly JobView[] }) {
  const moving = jobs.filter((job) => job.moving);
  return (
    <div className="single-wide report">
      <div className="day-head">
        <h1>Фоновые задания</h1>
      </div>
      <JobsRefresher moving={moving.length > 0} />
      <Section id="jobs" title="Очередь" note={`в работе и в очереди: ${moving.length}`}>
        {jobs.length === 0 ? (
          <EmptyState title="Заданий ещё не было.">Ночная уборка начнётся сама.</EmptyState>
        ) : (
          <ActsTable caption="Задания, последние первыми" className="jobs-table" heads={heads}>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ActsTable>
        )}
      </Section>
    </div>
  );
}

function JobRow({ job }: { job: JobView }) {
  return (
    <tr>
      <th scope="row">
        {job.title}
        <span className="sub">№ {job.id}</span>
      </th>
      <td className="line">
        <JobProgress job={job} />
      </td>
      <td data-head="начал:">{job.by || 'по расписанию'}</td>
      <td className="wide-only">{job.created}</td>
      <td className="wide-only">{job.finished}</td>
      <td className="act">{job.mayCancel && <CancelJobButton id={job.id} title={`${job.title}, № ${job.id}`} />}</td>
    </tr>
  );
}
