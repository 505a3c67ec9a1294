import Link from 'next/link';
import { Notice } from '@/ui/notice';
import { Segments } from '@/ui/segments';
import type { GroupLoad } from '../load-view';
import './load.css';
import { LoadDesk } from './load-desk';

/** The load of one group: the lines of its plan in the year, their journals, who teaches them. */
export function GroupLoadPage({ load }: { load: GroupLoad }) {
  const { group, year, years } = load;
  return (
    <div className="single-wide">
      <Link href={`/study/load?year=${year.id}`} prefetch={false}>
        ‹ Учебная нагрузка
      </Link>
      <div className="day-head">
        <h1>Нагрузка группы {group.name}</h1>
        <span className="text-text2">
          {group.yearOfStudy} курс, {year.name}
        </span>
        <span className="push load-links">
          <Link href={`/study/curricula/${group.curriculumId}`} prefetch={false}>
            Учебный план
          </Link>
          <Link href={`/study/load/${group.id}/subgroups`} prefetch={false}>
            Подгруппы
          </Link>
        </span>
      </div>
      <div className="load-nav">
        <Segments
          label="Учебный год"
          items={years.slice(0, 3).map(({ id, name }) => ({
            ...{ href: `/study/load/${group.id}?year=${id}`, label: name },
            current: id === year.id,
          }))}
        />
      </div>
      {!group.planApproved && (
        <Notice kind="warning">Учебный план группы не утверждён: часы в нём ещё могут измениться.</Notice>
      )}
      <LoadDesk key={year.id} load={load} />
    </div>
  );
}
