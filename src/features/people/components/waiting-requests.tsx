import Link from 'next/link';
import { counted } from '@/texts/plural';
import { Notice } from '@/ui/notice';

/** Tells the curator and the study office on their start page that parents wait for an answer. */
export function WaitingRequests({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice kind="info">
      Родители просят изменить данные:{' '}
      <Link href="/study/requests" prefetch={false}>
        {counted(count, 'заявка ждёт', 'заявки ждут', 'заявок ждут')} ответа
      </Link>
    </Notice>
  );
}
