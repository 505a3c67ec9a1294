import { Section } from '@/ui/section';
import type { GroupRoll } from '../load-group-roll';
import type { MismatchLine } from '../load-mismatches';
import { MismatchDialog } from './mismatch-dialog';
import { MismatchList } from './mismatch-list';

/** Under a group's list: what the curator has told of it, and the way to tell; nothing for others. */
export function GroupMismatches({ roll, lines }: { roll: GroupRoll; lines: readonly MismatchLine[] }) {
  const { tell } = roll.abilities;
  if (!tell && lines.length === 0) return null;
  const students = roll.lines.map(({ studentId, name }) => ({ studentId, name }));
  return (
    <Section
      id="mismatches"
      title="Расхождения"
      note="список и действительность"
      end={tell && <MismatchDialog groupId={roll.groupId} students={students} />}
    >
      <MismatchList lines={lines} />
    </Section>
  );
}
