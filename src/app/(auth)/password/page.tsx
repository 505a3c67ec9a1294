import type { Metadata } from 'next';
import { ChangePasswordForm } from '@/features/auth/components/change-password-form';
import { CoverLabel } from '@/features/auth/components/cover-label';
import { LeaveLine } from '@/features/auth/components/leave-line';
import { loadCover } from '@/features/auth/load-cover';
import { loadOwnAccount } from '@/features/auth/load-own-account';
import { requireActor } from '@/server/session';
import { PublicLinks } from '@/ui/public-links';

export const metadata: Metadata = { title: 'Свой пароль' };

export default async function PasswordPage() {
  const actor = await requireActor('issuedToo');
  const [cover, account] = await Promise.all([loadCover(), loadOwnAccount(actor)]);
  return (
    <div className="cover-page">
      <CoverLabel cover={cover}>
        <h2 className="label-title">{account.issued ? 'Придумайте свой пароль' : 'Новый пароль'}</h2>
        <p className="label-help">
          {actor.name}
          {account.issued
            ? ': пароль с листка действует один раз. Задайте свой, и журнал откроется.'
            : ': на остальных устройствах понадобится войти заново.'}
        </p>
        <ChangePasswordForm {...account} />
        <LeaveLine back={!account.issued} />
      </CoverLabel>
      <PublicLinks />
    </div>
  );
}
