import type { ReactNode } from 'react';
import { issuableGroups } from '@/access/credentials';
import { stepUpAction } from '@/features/auth/actions';
import { IdleWatch } from '@/features/auth/components/idle-watch';
import { SignOutButton } from '@/features/auth/components/sign-out-button';
import { navigationFor, rolesInWords } from '@/features/today/navigation';
import { regulationOf } from '@/server/regulation';
import { requireActor } from '@/server/session';
import { Shell } from '@/ui/shell';
import { StepUpProvider } from '@/ui/step-up';

/** The frame of every signed-in page. It guards nothing: each page asks for its actor itself (T-024). */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const { signIn, now } = actor;
  const { credentials } = await regulationOf(actor);
  const givesSlips = issuableGroups(actor, credentials).length > 0;
  const who = {
    name: actor.name,
    role: rolesInWords(actor),
    href: '/security',
    alert: signIn?.strangeDevice ? 'новое устройство' : null,
  };
  return (
    <Shell nav={navigationFor(actor, { givesSlips })} who={who} signOut={<SignOutButton />}>
      <StepUpProvider confirm={stepUpAction}>{children}</StepUpProvider>
      {signIn && (
        <IdleWatch
          idleSeconds={signIn.idleSeconds}
          lifeSeconds={Math.floor((signIn.expiresAt.getTime() - now.getTime()) / 1000)}
        />
      )}
    </Shell>
  );
}
