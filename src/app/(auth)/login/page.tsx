import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CoverLabel } from '@/features/auth/components/cover-label';
import { LoginForm } from '@/features/auth/components/login-form';
import { TrainingNote } from '@/features/auth/components/training-note';
import { loadCover } from '@/features/auth/load-cover';
import { safeReturnPath } from '@/features/auth/return-path';
import { WorksBand } from '@/features/technical-works/components/works-band';
import { loadCoverNotice } from '@/features/technical-works/load-cover-notice';
import { isTraining } from '@/server/env';
import { currentActor } from '@/server/session';
import { PublicLinks } from '@/ui/public-links';

export const metadata: Metadata = { title: 'Вход' };

type LoginPageProps = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const returnTo = safeReturnPath((await searchParams).callbackUrl);
  if (await currentActor()) redirect(returnTo);
  return (
    <div className="cover-page">
      <WorksBand notice={await loadCoverNotice()} />
      <CoverLabel cover={await loadCover()}>
        {isTraining() && <TrainingNote />}
        <LoginForm returnTo={returnTo} />
        <p className="label-help">
          Нет пароля или забыли? Студентам и родителям пароль выдаёт куратор, сотрудникам — администратор или учебная
          часть.
        </p>
      </CoverLabel>
      <PublicLinks />
    </div>
  );
}
