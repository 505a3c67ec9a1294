'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { issueFeedAction, revokeFeedAction } from '../actions';

const unreachable = 'Сервер не ответил. Проверьте связь и повторите.';

/** The secret link for the calendar of a phone: given, shown once, given anew, taken back. */
export function FeedLink({ since }: { since: string | null }) {
  const router = useRouter();
  const [address, setAddress] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const issue = (): void =>
    start(async () => {
      const answer = await issueFeedAction({}).catch(() => null);
      setRefusal(answer?.ok ? null : (answer?.error.message ?? unreachable));
      if (answer?.ok) setAddress(new URL(answer.result.path, window.location.origin).href);
      router.refresh();
    });
  const revoke = (): void =>
    start(async () => {
      const answer = await revokeFeedAction({}, crypto.randomUUID()).catch(() => null);
      setRefusal(answer?.ok ? null : (answer?.error.message ?? unreachable));
      if (answer?.ok) setAddress(null);
      router.refresh();
    });
  return (
    <div className="no-print">
      <Section id="calendar-feed" title="Расписание в календаре телефона">
        <p className="aside-note">
          Ваши занятия с заменами и переносами, без фамилий и отметок. Ссылку знаете только вы: не передавайте её.
          {since && ` Действует ссылка от ${since}.`}
        </p>
        {address && (
          <>
            <Field
              id="feed-address"
              label="Скопируйте сейчас: второй раз ссылка не показывается"
              value={address}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
            <p className="aside-note">
              В календаре телефона или компьютера выберите «Подписаться по ссылке» и вставьте её.
            </p>
          </>
        )}
        {refusal && (
          <Notice kind="error" live>
            {refusal}
          </Notice>
        )}
        <div className="act-foot">
          <Button onClick={issue} disabled={busy}>
            {since ? 'Заменить ссылку' : 'Получить ссылку'}
          </Button>
          {since && (
            <Button look="danger" onClick={revoke} disabled={busy}>
              Отозвать
            </Button>
          )}
        </div>
      </Section>
    </div>
  );
}
