import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { can, canAny } from '@/access/actor';
import { WaitingNotes } from '@/features/absence-notes/components/waiting-notes';
import { loadWaitingNotes } from '@/features/absence-notes/load-notes';
import { BackupAlert } from '@/features/backup/components/backup-alert';
import { FallingTable } from '@/features/group-marks/components/falling-table';
import { loadFalling } from '@/features/group-marks/load-falling';
import { RegulationLink } from '@/features/institution/components/regulation-link';
import { loadInstitution } from '@/features/institution/load-institution';
import { NoticesAhead } from '@/features/notices/components/notices-ahead';
import { loadNoticesAhead } from '@/features/notices/load-notices';
import { WaitingRequests } from '@/features/people/components/waiting-requests';
import { countWaitingRequests } from '@/features/people/load-requests';
import { OwnSchemes } from '@/features/schemes/components/own-schemes';
import { loadOwnSchemes } from '@/features/schemes/load-own-schemes';
import { studyPlacesOf } from '@/features/study-office/study-places';
import { CuratorBlock } from '@/features/today/components/curator-block';
import { CuratorPage } from '@/features/today/components/curator-page';
import { GroupsPage } from '@/features/today/components/groups-page';
import { InstitutionPage } from '@/features/today/components/institution-page';
import { LateGradesTable } from '@/features/today/components/late-grades-table';
import { TeacherPage } from '@/features/today/components/teacher-page';
import { loadCuratorGroups } from '@/features/today/load-curator-groups';
import { loadGroupsOverview } from '@/features/today/load-groups-overview';
import { loadLateGrades } from '@/features/today/load-late-grades';
import { loadTeacherDay } from '@/features/today/load-teacher-day';
import { requireActor } from '@/server/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Сегодня' };

const search = z.object({ q: z.string().max(100).default('') });

type Props = { searchParams: Promise<{ q?: string | string[] }> };

/** Each role opens on its own work (screens.md 4); a person with several sees them one after the other. */
export default async function StartPage({ searchParams }: Props) {
  const actor = await requireActor();
  const query = search.safeParse(await searchParams);
  if (!query.success) notFound();
  const [today, curated, waiting, falling, overview, late, institution, schemes, notices, requests] = await Promise.all(
    [
      loadTeacherDay(actor),
      loadCuratorGroups(actor),
      loadWaitingNotes(actor),
      loadFalling(actor),
      loadGroupsOverview(actor, query.data.q),
      loadLateGrades(actor),
      loadInstitution(actor),
      loadOwnSchemes(actor),
      loadNoticesAhead(actor),
      countWaitingRequests(actor),
    ],
  );
  const blocks = curated.map((group) => (
    <CuratorBlock
      key={group.groupId}
      group={group}
      notes={<WaitingNotes id={`notes-${group.groupId}`} notes={waiting.filter(ofGroup(group.groupId))} />}
      falling={<FallingTable id={`falling-${group.groupId}`} students={falling.get(group.groupId) ?? []} diaries />}
    />
  ));
  const nothing = !today && curated.length === 0 && !overview && !institution;
  if (nothing && canAny(actor, ['diary.viewOwn', 'diary.viewChild'])) redirect('/diary');
  if (nothing && can(actor, 'substitution.enter')) redirect('/timetable/substitutions');
  if (nothing && studyPlacesOf(actor).length > 0) redirect('/study');
  return (
    <Page>
      <NoticesAhead notices={notices} />
      <WaitingRequests count={requests} />
      {today && <TeacherPage today={today} aside={blocks} schemes={<OwnSchemes lines={schemes} />} />}
      {!today && curated.length > 0 && <CuratorPage date={actor.today}>{blocks}</CuratorPage>}
      {overview && <GroupsPage overview={overview} alert={late && <LateGradesTable lines={late} />} />}
      {institution && (
        <InstitutionPage
          institution={institution}
          alert={can(actor, 'backup.manage') && <BackupAlert warnings={institution.health.warnings} />}
        />
      )}
      {institution && <RegulationLink />}
      {nothing && (
        <EmptyState title="Для вашей роли здесь пока ничего нет.">Права назначает администратор журнала.</EmptyState>
      )}
    </Page>
  );
}

function ofGroup(groupId: number) {
  return (note: { groupId: number }) => note.groupId === groupId;
}
