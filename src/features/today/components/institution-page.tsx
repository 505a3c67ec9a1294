import Link from 'next/link';
import type { ReactNode } from 'react';
import { longDate } from '@/texts/format';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { InstitutionOverview } from '../today-view';

const warnings: Record<string, string> = {
  'clock-skew': 'часы сервера приложения и базы данных расходятся больше чем на 5 секунд',
  'disk-space': 'на диске данных меньше 1 ГиБ или 5 %: записи не принимаются, читать и выгружать можно',
  'jobs-waiting': 'фоновое задание ждёт больше 5 минут: обработчик (npm run worker) не работает',
  'backup-stale': 'больше 26 часов нет целой резервной копии',
  'backup-unverified': 'больше 8 дней ни одна копия не восстанавливалась на пробу',
  'backup-failed': 'последнюю резервную копию сделать не удалось',
  'backup-one-medium': 'последняя резервная копия лежит только на одном носителе',
};

/** The administrator's page: what the installation is and whether it is well; `alert` is what cannot wait. */
export function InstitutionPage({ institution, alert }: { institution: InstitutionOverview; alert: ReactNode }) {
  const { health, counts, regulation } = institution;
  return (
    <div className="single">
      <div className="day-head">
        <h1>{institution.shortName}</h1>
        <span className="text-text2">{institution.academicYear} учебный год</span>
      </div>
      {alert}
      {institution.demo && (
        <Notice kind="warning">
          <b>Показательные данные.</b> Люди и отметки вымышлены; настоящий журнал начинается с пустой установки.
        </Notice>
      )}
      {institution.fresh && <FirstSteps />}
      <Section id="health" title="Состояние" note={`Ведомость ${health.version}`}>
        <dl className="pairs">
          <div>
            <dt>Приложение</dt>
            <dd>{statusWords(health.status)}</dd>
          </div>
          <div>
            <dt>База данных</dt>
            <dd>{statusWords(health.database)}</dd>
          </div>
          {health.warnings.map((warning) => (
            <div key={warning}>
              <dt>Предупреждение</dt>
              <dd>
                <State kind="attention" strong>
                  {warnings[warning] ?? warning}
                </State>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="institution" title="Учреждение">
        <dl className="pairs">
          {rows([
            ['Полное название', institution.name],
            ['Учредитель', institution.founder],
            ['Город, часовой пояс', `${institution.city}, ${institution.timeZone}`],
            ['Положение о журнале', `${regulation.title}, действует с ${longDate(regulation.validFrom)}`],
          ])}
        </dl>
      </Section>
      <Section id="people" title="Люди и группы">
        <dl className="pairs">
          {rows([
            ['Групп', counts.groups],
            ['Студентов', counts.students],
            ['Сотрудников', counts.staff],
            ['Родителей', counts.parents],
            ['Учётных записей', counts.accounts],
          ])}
        </dl>
      </Section>
    </div>
  );
}

/** What a new college begins with; afterwards the list of readiness leads on. */
const firstSteps = [
  ['/study/import?kind=staff', 'Загрузите сотрудников', 'таблицей из Excel, с должностями'],
  ['/reports/credential-slips?group=staff', 'Выдайте им листки с доступом', 'дальше каждый делает своё'],
  ['/study/calendar', 'Откройте учебный год', 'это может и учебная часть'],
  ['/study/readiness', 'Следите за готовностью', 'чего ещё нет, кто отвечает и где это вносят'],
] as const;

function FirstSteps() {
  return (
    <Section id="first-steps" title="С чего начать" note="колледж ещё пуст">
      <ol className="places">
        {firstSteps.map(([href, words, about]) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {words}
            </Link>
            <span>{about}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function rows(pairs: readonly (readonly [string, string | number])[]) {
  return pairs.map(([term, value]) => (
    <div key={term}>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  ));
}

function statusWords(status: 'ok' | 'down') {
  return status === 'ok' ? <State kind="done">работает</State> : <State kind="overdue">не отвечает</State>;
}
