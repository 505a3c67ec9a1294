import type { Metadata } from 'next';
import { verifyForVisitor } from '@/reports/ledger/verify-for-visitor';
import { fullDateTime } from '@/texts/format';
import { Notice } from '@/ui/notice';
import { PublicPage } from '@/ui/public-page';

export const metadata: Metadata = { title: 'Проверка ведомости', robots: 'noindex' };

type Props = { params: Promise<{ code: string }> };

/** Public: says of a printed ledger its number, date, pages, hash and whether it still matches; nothing of persons (T-033). */
export default async function VerifyPage({ params }: Props) {
  const answer = await verifyForVisitor((await params).code);
  return (
    <PublicPage title="Проверка ведомости">
      {answer.kind === 'tooMany' && (
        <Notice kind="warning">Слишком много проверок подряд. Подождите минуту и обновите страницу.</Notice>
      )}
      {answer.kind === 'unknown' && (
        <Notice kind="error">
          Ведомости с таким кодом нет. Сверьте код с напечатанным внизу страницы, рядом с квадратным знаком.
        </Notice>
      )}
      {answer.kind === 'known' && (
        <>
          {answer.ledger.matches ? (
            <Notice kind="done">Ведомость подлинная: записи журнала совпадают с напечатанным.</Notice>
          ) : (
            <Notice kind="error">
              Не совпадает: после печати записи журнала изменились. Спросите в учебной части новую ведомость.
            </Notice>
          )}
          <dl className="facts">
            <dt>Номер</dt>
            <dd>{answer.ledger.number}</dd>
            <dt>Напечатана</dt>
            <dd>{fullDateTime(answer.ledger.printedAt, answer.ledger.timeZone)}</dd>
            <dt>Страниц</dt>
            <dd>{answer.ledger.pages}</dd>
            <dt>SHA-256</dt>
            <dd className="hash">{answer.ledger.hash}</dd>
          </dl>
        </>
      )}
    </PublicPage>
  );
}
