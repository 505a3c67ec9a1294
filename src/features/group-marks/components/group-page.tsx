import './group-marks.css';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import { Segments } from '@/ui/segments';
import type { GroupMarks } from '../marks-view';
import { FallingTable } from './falling-table';
import { MarksTable } from './marks-table';

/** The group's marks in every course over a period, then who falls behind. */
export function GroupPage({ group }: { group: GroupMarks }) {
  const { groupId, period, periods, rows, courses } = group;
  return (
    <div className="gm-page">
      <Section
        id="marks"
        title="Отметки по дисциплинам"
        note="средний балл; красные точки — долги"
        end={
          <Segments
            label="Период"
            items={periods.map(({ id, name }) => ({
              href: `/groups/${groupId}?period=${id}`,
              label: name,
              current: id === period.id,
            }))}
          />
        }
      >
        {rows.length === 0 || courses.length === 0 ? (
          <EmptyState title="За этот период отметок нет.">Они появятся, когда у группы начнутся занятия.</EmptyState>
        ) : (
          <MarksTable group={group} />
        )}
      </Section>
      <FallingTable id="falling" students={group.falling} diaries={group.diaries} />
    </div>
  );
}
