import { Meter } from '@/ui/meter';
import { Sign, type SignKind } from '@/ui/sign';
import { jobStateLabels } from '../job-words';
import type { JobView } from '../load-jobs';

const signs: Record<JobView['state'], SignKind> = {
  queued: 'attention',
  running: 'now',
  done: 'done',
  failed: 'overdue',
  cancelled: 'attention',
};

/** Where a job stands: its state in words, its steps, what it says. */
export function JobProgress({ job }: { job: JobView }) {
  const { state, done, total, said, stopping, title } = job;
  return (
    <div className="job-progress">
      <span>
        <Sign kind={signs[state]} /> {stopping ? 'останавливается' : jobStateLabels[state]}
      </span>
      {job.moving && total > 0 && <Meter value={done} max={total} label={`${title}: сделано`} />}
      {said && <span className="t2">{said}</span>}
    </div>
  );
}
