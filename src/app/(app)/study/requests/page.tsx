import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { canAny } from '@/access/actor';
import { MismatchList } from '@/features/contingent/components/mismatch-list';
import { loadMismatches } from '@/features/contingent/load-mismatches';
import { RequestList } from '@/features/people/components/request-list';
import { loadWaitingRequests } from '@/features/people/load-requests';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Заявки и расхождения' };

export default async function StudyRequestsPage() {
  const actor = await requireActor();
  if (!canAny(actor, ['people.enter', 'people.enterCurated', 'orders.enter'])) notFound();
  const [requests, mismatches] = await Promise.all([loadWaitingRequests(actor), loadMismatches(actor)]);
  return (
    <Page>
      <div className="single-wide">
        <div className="day-head">
          <h1>Заявки и расхождения</h1>
        </div>
        <Section id="requests" title="Родители просят изменить данные" note={String(requests.length)}>
          <RequestList lines={requests} />
        </Section>
        <Section id="mismatches" title="Кураторы сообщают о расхождениях" note="список группы и действительность">
          <MismatchList lines={mismatches} />
        </Section>
      </div>
    </Page>
  );
}
