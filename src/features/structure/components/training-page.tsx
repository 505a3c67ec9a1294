import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { TrainingView } from '../structure-view';
import { RemoveButton } from './remove-button';
import { StructureTabs } from './structure-tabs';
import { TrainingDialog } from './training-dialog';
import './structure.css';

/** Who was trained to keep the journal, who was not, and where people learn. */
export function TrainingPage({ view }: { view: TrainingView }) {
  const { staff, may, today, places } = view;
  const untrained = staff.filter(({ trainings }) => trainings === 0);
  return (
    <div className="single-wide">
      <StructureTabs current="/study/structure/training" title="Обучение" />
      <Notice kind={places.length > 0 ? 'info' : 'warning'}>
        {places.length > 0 ? (
          <>
            Учиться можно на вымышленном колледже, настоящие записи он не видит:{' '}
            {places.map(({ id, title, url }) => (
              <a key={id} href={url} rel="noreferrer">
                {title}
              </a>
            ))}
          </>
        ) : (
          'Учебный журнал не указан. Его ставят рядом с настоящим на отдельном адресе, ссылку вносят на странице «Документы».'
        )}
      </Notice>
      <Section
        id="untrained"
        title="Ещё не обучены"
        note={counted(untrained.length, 'сотрудник', 'сотрудника', 'сотрудников')}
        end={may.enter && <TrainingDialog staff={staff} today={today} />}
      >
        {untrained.length === 0 ? (
          <State kind="done">Все работающие прошли обучение.</State>
        ) : (
          <p className="name-list">{untrained.map(({ name }) => name).join(' · ')}</p>
        )}
      </Section>
      <Section id="records" title="Реестр обучения" note={view.records.length}>
        {view.records.length === 0 ? (
          <EmptyState title="Записей ещё нет.">Запишите обучение: тема, день и все, кто на нём был.</EmptyState>
        ) : (
          <Records view={view} />
        )}
      </Section>
    </div>
  );
}

function Records({ view: { records, may } }: { view: TrainingView }) {
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Когда</th>
          <th scope="col">Сотрудник</th>
          <th scope="col">Тема</th>
          <th scope="col" className="num">
            Часов
          </th>
          <th scope="col" aria-label="Действия" />
        </tr>
      </thead>
      <tbody>
        {records.map(({ id, person, topic, heldOn, hours }) => (
          <tr key={id}>
            <td className="nowrap">{fullDate(heldOn)}</td>
            <th scope="row">{person}</th>
            <td>{topic}</td>
            <td className="num" data-head="Часов:">
              {hours}
            </td>
            <td className="act">{may.remove && <RemoveButton kind="trainingRecord" id={id} name={person} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
