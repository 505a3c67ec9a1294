import type { ReactNode } from 'react';
import { SignOutButton } from '@/features/auth/components/sign-out-button';
import { navigationFor, rolesInWords } from '@/features/today/navigation';
import { requireActor } from '@/server/session';
import { Shell } from '@/ui/shell';

/** The frame of every signed-in page. It guards nothing: each page asks for its actor itself (T-024). */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const who = { name: actor.name, role: rolesInWords(actor) };
  return (
    <Shell nav={navigationFor(actor)} who={who} signOut={<SignOutButton />}>
      {children}
    </Shell>
  );
}
