import Link from 'next/link';
import { Notice } from '@/ui/notice';
import type { BackupWarning } from '../backup-state';

const said: Record<BackupWarning, string> = {
  'backup-stale': 'Целой резервной копии нет больше 26 часов.',
  'backup-unverified': 'Больше 8 дней ни одна резервная копия не восстанавливалась на пробу.',
  'backup-failed': 'Последнюю резервную копию сделать не удалось.',
  'backup-one-medium': 'Последняя резервная копия лежит только на одном носителе.',
};

/** What is amiss with the copies, at the head of the administrator's start page (T-113); nothing when all is well. */
export function BackupAlert({ warnings }: { warnings: readonly string[] }) {
  const amiss = Object.entries(said).flatMap(([warning, words]) => (warnings.includes(warning) ? [words] : []));
  if (amiss.length === 0) return null;
  return (
    <Notice kind={warnings.includes('backup-stale') ? 'error' : 'warning'}>
      {amiss.join(' ')}{' '}
      <Link href="/admin/backup" prefetch={false}>
        Резервные копии
      </Link>
    </Notice>
  );
}
