import type { ReactNode } from 'react';
import type { JobView } from '../load-jobs';
import { CancelJobButton } from './cancel-job-button';
import { JobProgress } from './job-progress';
import { JobsRefresher } from './jobs-refresher';

/** One's own jobs on the page where they were begun: can be left, come back to, cancelled. `after` stands beside a finished one. */
export function OwnJobs({ jobs, after }: { jobs: readonly JobView[]; after: (job: JobView) => ReactNode }) {
  return (
    <>
      <JobsRefresher moving={jobs.some(({ moving }) => moving)} />
      <ul className="own-jobs">
        {jobs.map((job) => (
          <li key={job.id}>
            <span>
              {job.title}, {job.created}
            </span>
            <JobProgress job={job} />
            {job.mayCancel && <CancelJobButton id={job.id} title={`${job.title}, ${job.created}`} />}
            {job.state === 'done' && after(job)}
          </li>
        ))}
      </ul>
    </>
  );
}
