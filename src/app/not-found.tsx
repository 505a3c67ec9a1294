import type { Metadata } from 'next';
import { ButtonAnchor } from '@/ui/button';
import { MessagePage } from '@/ui/message-page';

export const metadata: Metadata = { title: 'Нет такой страницы' };

/** A missing record and a forbidden one read alike (T-022). */
export default function NotFound() {
  return (
    <MessagePage title="Такой страницы нет или она вам не доступна">
      <p>
        Проверьте адрес. Если ссылку прислал коллега, у вас может не быть права на эту группу или дисциплину: права
        назначает администратор.
      </p>
      <ButtonAnchor href="/" look="main">
        На свою страницу
      </ButtonAnchor>
    </MessagePage>
  );
}
