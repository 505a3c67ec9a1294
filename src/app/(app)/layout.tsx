import type { ReactNode } from 'react';
import { canAny } from '@/access/actor';
import { issuableGroups } from '@/access/credentials';
import { stepUpAction } from '@/features/auth/actions';
import { IdleWatch } from '@/features/auth/components/idle-watch';
import { SignOutButton } from '@/features/auth/components/sign-out-button';
import { SearchButton } from '@/features/search/components/search-button';
import { maySearch } from '@/features/search/search-scope';
import { WorksBand } from '@/features/technical-works/components/works-band';
import { worksNotice } from '@/features/technical-works/works-words';
import { navigationFor, rolesInWords } from '@/features/today/navigation';
import { OwnerProvider } from '@/features/unsent/components/owner-provider';
import { UnsentOffer } from '@/features/unsent/components/unsent-offer';
import { isTraining } from '@/server/env';
import { regulationOf } from '@/server/regulation';
import { requireActor } from '@/server/session';
import { Shell } from '@/ui/shell';
import { StepUpProvider } from '@/ui/step-up';

/** The frame of every signed-in page. It guards nothing: each page asks for its actor itself (T-024). */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const { signIn, now, works, timeZone } = actor;
  const { credentials } = await regulationOf(actor);
  const givesSlips = issuableGroups(actor, credentials).length > 0;
  const types = canAny(actor, ['journal.fill', 'journal.setReason', 'grade.give']);
  const keeps = types && signIn !== undefined && !signIn.shared;
  const who = {
    name: actor.name,
    role: rolesInWords(actor),
    href: '/security',
    alert: signIn?.strangeDevice ? 'новое устройство' : null,
  };
  return (
    <OwnerProvider person={actor.personId} keeps={keeps}>
      <Shell
        nav={navigationFor(actor, { givesSlips })}
        who={who}
        training={isTraining()}
        search={maySearch(actor) && <SearchButton />}
        signOut={<SignOutButton />}
      >
        {keeps && <UnsentOffer timeZone={actor.timeZone} />}
        <WorksBand notice={works ? worksNotice(works, now, timeZone) : null} />
        <StepUpProvider confirm={stepUpAction}>{children}</StepUpProvider>
        {signIn && (
          <IdleWatch
            idleSeconds={signIn.idleSeconds}
            lifeSeconds={Math.floor((signIn.expiresAt.getTime() - now.getTime()) / 1000)}
          />
        )}
      </Shell>
    </OwnerProvider>
  );
}
