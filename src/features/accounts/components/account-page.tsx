import Link from 'next/link';
import { longDate, shortDateTime } from '@/texts/format';
import { roleLabels } from '@/texts/labels';
import { Section } from '@/ui/section';
import type { AccountView, PositionLine } from '../accounts-view';
import { AccountStateSign } from './account-state';
import './accounts.css';
import { BlockForm } from './block-form';
import { IssueLog } from './issue-log';
import { EndPosition, PositionForm } from './position-form';
import { ResetForm } from './reset-form';

/** One person's account: access, block, positions, log of issues. */
export function AccountPage({ account }: { account: AccountView }) {
  const { personId, name, who, login, state, timeZone } = account;
  return (
    <div className="single">
      <Link href="/admin/accounts" prefetch={false}>
        ‹ Учётные записи
      </Link>
      <div className="day-head">
        <h1>{name}</h1>
        <span className="text-text2">{who}</span>
      </div>
      <Section id="access" title="Доступ">
        <dl className="pairs">
          <Pair term="Логин">{login ?? 'ещё нет'}</Pair>
          <Pair term="Состояние">
            <AccountStateSign state={state} />
            {account.blockReason && ` ${account.blockReason}`}
          </Pair>
          <Pair term="Последний вход">
            {account.lastSignIn ? shortDateTime(account.lastSignIn, timeZone) : 'не было'}
          </Pair>
          <Pair term="Открытых входов">{account.liveSessions}</Pair>
        </dl>
        {account.mayIssue && state !== 'blocked' && <ResetForm account={account} />}
        {login !== null && !account.own && <BlockForm personId={personId} blocked={state === 'blocked'} />}
      </Section>
      {account.staff && (
        <Section id="positions" title="Должности и функции">
          <Positions positions={account.positions} today={account.today} own={account.own} />
          <PositionForm personId={personId} today={account.today} />
        </Section>
      )}
      <Section id="issues" title="Журнал выдачи">
        <IssueLog issues={account.issues} timeZone={timeZone} />
      </Section>
    </div>
  );
}

function Pair({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Positions(props: { positions: readonly PositionLine[]; today: string; own: boolean }) {
  const { positions, today, own } = props;
  const names: Readonly<Record<string, string>> = roleLabels;
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Должность</th>
          <th scope="col">Функции</th>
          <th scope="col">Срок</th>
          <th scope="col">
            <span className="sr-only">Действие</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {positions.map(({ id, role, title, startsOn, endsOn }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>{names[role] ?? role}</td>
            <td>
              с {longDate(startsOn)}
              {endsOn && ` по ${longDate(endsOn)}`}
            </td>
            <td className="act">{!endsOn && !own && <EndPosition positionId={id} today={today} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
