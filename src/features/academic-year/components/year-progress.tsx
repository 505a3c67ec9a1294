'use client';

import { useEffect, useState } from 'react';

type Work = { step: number; of: number } | null;

/** How far the work on a year has come, asked every second while it is shown. */
export function YearProgress({ yearId }: { yearId: number }) {
  const [work, setWork] = useState<Work>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      fetch(`/api/year/${yearId}/work`, { headers: { Accept: 'application/json' } })
        .then((response) => (response.ok ? response.json() : null))
        .then((answer: { work: Work } | null) => answer?.work && setWork(answer.work))
        .catch(() => undefined);
    }, 1000);
    return () => clearInterval(timer);
  }, [yearId]);
  return (
    <div className="year-progress" role="status">
      <progress max={work?.of ?? 1} value={work ? work.step - 1 : undefined} aria-label="Ход работы" />
      <span>{work ? `Шаг ${work.step} из ${work.of}` : 'Начинается…'}</span>
    </div>
  );
}
