import { deviceInWords, placeInWords } from '@/texts/device-words';
import { fullDateTime, shortDateTime } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { type SignKind, State } from '@/ui/sign';
import type { OwnSecurity, SignInKind } from '../load-own-security';
import { AccessSwitch } from './access-switch';
import { EndSessions } from './end-sessions';
import { KnownDevices } from './known-devices';

const words: Record<SignInKind, readonly [SignKind, string]> = {
  signIn: ['done', 'вход'],
  signOut: ['ahead', 'выход'],
  signInFailed: ['attention', 'неверный пароль'],
  signInThrottled: ['attention', 'попытка во время паузы'],
  newDevice: ['attention', 'новое устройство'],
  passwordFailed: ['attention', 'неверный пароль при подтверждении'],
};

/** «Мой вход»: where one is signed in, what happened under the own login, and how to end it (T-009, R-013). */
export function SecurityPage({ security }: { security: OwnSecurity }) {
  const { timeZone, sessions, history, failures } = security;
  return (
    <div className="single">
      <div className="day-head">
        <h1>Мой вход</h1>
        <span className="text-text2">логин {security.login}</span>
      </div>
      {security.strangeDevice && (
        <Notice kind="warning">
          <b>Под вашим логином вошли с нового устройства.</b> Посмотрите списки ниже. Если это не вы, выйдите на всех
          устройствах и смените пароль. <KnownDevices />
        </Notice>
      )}
      {failures > 0 && (
        <Notice kind="info">
          С прошлого входа: {counted(failures, 'неудачная попытка', 'неудачные попытки', 'неудачных попыток')}.
        </Notice>
      )}
      <Section id="live" title="Где выполнен вход" end={<EndSessions which="all" label="Выйти на всех устройствах" />}>
        <table className="tb tb-cards">
          <thead>
            <tr>
              <th scope="col">Устройство</th>
              <th scope="col">Откуда</th>
              <th scope="col">Вошли</th>
              <th scope="col">Работали</th>
              <th scope="col">
                <span className="sr-only">Действие</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, device, address, from, lastSeen, shared, current }) => (
              <tr key={id}>
                <th scope="row">
                  {deviceInWords(device)}
                  {shared && <span className="sub">чужой компьютер</span>}
                </th>
                <td data-head="Откуда">{placeInWords(address)}</td>
                <td data-head="Вошли">{shortDateTime(from, timeZone)}</td>
                <td data-head="Работали">{shortDateTime(lastSeen, timeZone)}</td>
                <td className="act">
                  {current ? <State kind="now">здесь</State> : <EndSessions which={id} label="Завершить" />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="password" title="Пароль">
        <p className="done-line spread">
          Задан {fullDateTime(security.passwordChangedAt, timeZone)}
          <ButtonLink href="/password">Сменить пароль</ButtonLink>
        </p>
      </Section>
      {security.parentsSee !== undefined && (
        <Section id="parents" title="Доступ родителей">
          <AccessSwitch allowed={security.parentsSee} />
        </Section>
      )}
      <Section id="history" title="Последние события">
        <table className="tb tb-cards">
          <thead>
            <tr>
              <th scope="col">Когда</th>
              <th scope="col">Что</th>
              <th scope="col">Устройство</th>
              <th scope="col">Откуда</th>
            </tr>
          </thead>
          <tbody>
            {history.map(({ id, at, kind, device, address }) => (
              <tr key={id}>
                <th scope="row">{shortDateTime(at, timeZone)}</th>
                <td>
                  <State kind={words[kind][0]}>{words[kind][1]}</State>
                </td>
                <td>{deviceInWords(device)}</td>
                <td>{placeInWords(address)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}
