import { journalKindLabels } from '@/texts/journal-kinds';
import { Segments } from '@/ui/segments';
import type { JournalList } from '../load-journal-list';

/** Which kind of journals is listed; nothing where there is one kind alone. */
export function JournalKindFilter({ list, groupId }: { list: JournalList; groupId: number | undefined }) {
  const { kinds, kind, year } = list;
  if (kinds.length < 2 && kind === null) return null;
  const href = (wanted: string | null) => {
    const query = { year: String(year?.id), ...(groupId ? { group: String(groupId) } : {}) };
    return `/journal?${new URLSearchParams({ ...query, ...(wanted ? { kind: wanted } : {}) })}`;
  };
  return (
    <div className="journal-kinds">
      <Segments
        label="Вид журнала"
        items={[
          { href: href(null), label: 'Все виды', current: kind === null },
          ...kinds.map((one) => ({ href: href(one), label: journalKindLabels[one], current: one === kind })),
        ]}
      />
    </div>
  );
}
