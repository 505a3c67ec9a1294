'use client';

import { Button } from '@/ui/button';
import { MessagePage } from '@/ui/message-page';

type Failure = { error: Error & { digest?: string }; reset: () => void; retry?: () => void };

/** Says what to do and nothing about us; the number finds the record in the server's log (T-052). */
export default function ErrorPage({ error, reset, retry }: Failure) {
  return (
    <MessagePage title="Страница не открылась">
      <p>Что-то пошло не так на сервере. Сохранённое раньше не пострадало. Повторите через минуту.</p>
      {error.digest && (
        <p>
          Если не поможет, сообщите администратору номер обращения: <b>{error.digest}</b>
        </p>
      )}
      <Button look="main" onClick={retry ?? reset}>
        Повторить
      </Button>
    </MessagePage>
  );
}
