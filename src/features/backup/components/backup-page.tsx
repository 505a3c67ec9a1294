import type { ReactNode } from 'react';
import { type ActsHead, ActsTable } from '@/ui/acts-table';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { type SignKind, State } from '@/ui/sign';
import type { Colour } from '../backup-state';
import type { BackupsView, CopyView } from '../load-backups';
import { RequestButton } from './request-button';
import './backup.css';

const signs: Record<Colour, SignKind> = { green: 'done', yellow: 'attention', red: 'overdue' };
const words: Record<Colour, string> = { green: 'зелёная', yellow: 'жёлтая', red: 'красная' };
const state: Record<Colour, string> = {
  green: 'Копии в порядке',
  yellow: 'Копии есть, но не всё в порядке',
  red: 'Копиям нельзя доверять',
};

/** «Резервные копии»: how it stands, what is missing, every copy with its state; `jobs` is what goes on now. */
export function BackupPage({ backups, jobs }: { backups: BackupsView; jobs: ReactNode }) {
  const { colour, complaints, hours, last, drilled, copies } = backups;
  const busy = backups.jobs.some((job) => job.moving);
  return (
    <div className="single-wide report">
      <div className="day-head">
        <h1>Резервные копии</h1>
        <State kind={signs[colour]} strong>
          {state[colour]}
        </State>
      </div>
      {complaints.map((complaint) => (
        <Notice key={complaint} kind={colour === 'red' ? 'error' : 'warning'}>
          {complaint}
        </Notice>
      ))}
      <dl className="pairs">
        <div>
          <dt>Последняя целая копия</dt>
          <dd>{last === null ? 'ещё не было' : `${last}, ${ageWords(hours ?? 0)}`}</dd>
        </div>
        <div>
          <dt>Последнее пробное восстановление</dt>
          <dd>{drilled ?? 'ещё не было'}</dd>
        </div>
      </dl>
      <div className="backup-acts">
        <RequestButton act="backup" label="Сделать копию сейчас" main disabled={busy} />
        <RequestButton act="drill" label="Восстановить на пробу" disabled={busy} />
      </div>
      {jobs}
      <Section id="copies" title="Копии" note={`хранятся 7 дней, 5 недель и 12 месяцев`}>
        {copies.length === 0 ? (
          <EmptyState title="Копий ещё нет.">
            Ночью копия сделается сама, если заданы носители и ключевая фраза.
          </EmptyState>
        ) : (
          <CopiesTable copies={copies} busy={busy} />
        )}
      </Section>
      <Section id="restore" title="Восстановление">
        <p>
          Делается на сервере, по памятке о восстановлении: <code>npm run cli -- backup restore</code> и путь к файлу
          копии. Нужны сам файл и ключевая фраза; то, что было в базе, сначала сохраняется отдельной копией.
        </p>
      </Section>
    </div>
  );
}

const heads: readonly ActsHead[] = [
  { label: 'Копия на' },
  { label: 'Состояние' },
  { label: 'Носители' },
  { label: 'Размер', className: 'num wide-only' },
];

function CopiesTable({ copies, busy }: { copies: readonly CopyView[]; busy: boolean }) {
  return (
    <ActsTable caption="Копии, последние первыми" className="backup-table" heads={heads}>
      {copies.map((copy) => (
        <tr key={copy.id}>
          <th scope="row">
            {copy.made}
            <span className="sub wide-only">{copy.name}</span>
          </th>
          <td>
            <State kind={signs[copy.colour]} strong>
              {words[copy.colour]}
            </State>
            {copy.drilled && <span className="sub">восстанавливалась {copy.drilled}</span>}
          </td>
          <td className="line">
            {copy.media.map(({ place, verified, trouble }) => (
              <span className="sub" key={place}>
                {place}: {verified ? `проверена ${verified}` : (trouble ?? 'не проверена')}
              </span>
            ))}
          </td>
          <td className="num wide-only">{copy.size}</td>
          <td className="num">
            <RequestButton
              act="check"
              id={copy.id}
              label="Проверить"
              name={`Проверить копию на ${copy.made}`}
              disabled={busy}
            />
          </td>
        </tr>
      ))}
    </ActsTable>
  );
}

function ageWords(hours: number): string {
  if (hours < 1) return 'меньше часа назад';
  return hours < 48 ? `${hours}\u00A0ч назад` : `${Math.floor(hours / 24)}\u00A0дн. назад`;
}
