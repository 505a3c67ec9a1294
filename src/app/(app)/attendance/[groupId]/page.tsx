import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { WaitingNotes } from '@/features/absence-notes/components/waiting-notes';
import { loadNotesOfDay, loadWaitingNotes } from '@/features/absence-notes/load-notes';
import { DaySheetView } from '@/features/attendance/components/day-sheet';
import { loadDaySheet } from '@/features/attendance/load-day-sheet';
import { dayAddress } from '@/features/attendance/params';
import { FallingTable } from '@/features/group-marks/components/falling-table';
import { GroupTabs } from '@/features/group-marks/components/group-tabs';
import { loadFalling } from '@/features/group-marks/load-falling';
import { CuratorWeek } from '@/features/today/components/curator-block';
import { loadCuratorGroups } from '@/features/today/load-curator-groups';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Посещаемость за день' };

type Props = {
  params: Promise<{ groupId: string }>;
  searchParams: Promise<{ date?: string | string[] }>;
};

/** The curator's morning: who is absent and why, notes to answer, debts and falling students beside it. */
export default async function DayPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = await dayAddress(params, searchParams);
  if (!address) notFound();
  const { groupId, date } = address;
  const [sheet, notes, waiting, curated, falling] = await Promise.all([
    loadDaySheet(actor, groupId, date),
    loadNotesOfDay(actor, groupId, date ?? actor.today),
    loadWaitingNotes(actor),
    loadCuratorGroups(actor),
    loadFalling(actor),
  ]);
  if (!sheet) notFound();
  const own = curated.find((group) => group.groupId === groupId);
  const aside = own && (
    <>
      <WaitingNotes id="notes" notes={waiting.filter((note) => note.groupId === groupId)} />
      <CuratorWeek
        group={own}
        falling={<FallingTable id="falling" students={falling.get(groupId) ?? []} diaries={sheet.diaries} />}
      />
    </>
  );
  return (
    <Page>
      <DaySheetView
        key={`${groupId} ${sheet.date}`}
        sheet={sheet}
        notes={notes}
        tabs={<GroupTabs groupId={groupId} />}
        aside={aside}
      />
    </Page>
  );
}
