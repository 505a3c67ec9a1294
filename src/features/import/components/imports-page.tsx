import Link from 'next/link';
import { ButtonAnchor } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import { Segments } from '@/ui/segments';
import type { KindView } from '../import-view';
import type { ImportsView } from '../load-imports';
import { RunsTable } from './runs-table';
import { TableForm } from './table-form';
import { TakeButtons } from './take-buttons';
import './import.css';

/** «Загрузка и выгрузка таблиц»: the kind, the file or pasted rows, templates, and what has been brought. */
export function ImportsPage({ view: { kinds, kind, runs } }: { view: ImportsView }) {
  const items = kinds.map(({ id, title }) => ({
    href: `/study/import?kind=${id}`,
    label: title,
    current: id === kind.id,
  }));
  return (
    <div className="single report">
      <div className="day-head">
        <h1>Загрузка и выгрузка таблиц</h1>
      </div>
      <Segments label="Что загружается" items={items} />
      <p className="import-about">{kind.about}</p>
      <Section
        id="bring"
        title="Загрузить"
        note="сначала покажем, что станет с каждой строкой; до вашего подтверждения ничего не запишется"
      >
        <TableForm key={kind.id} kind={kind.id} />
        <Columns kind={kind} />
      </Section>
      <Section id="take" title="Выгрузить" note="те же столбцы: исправьте и загрузите обратно, лишнего не появится">
        <div className="import-acts">
          <TakeButtons kind={kind.id} title={kind.title} />
        </div>
      </Section>
      <Section id="runs" title="Что загружали" note="файл и его строки хранятся сутки, отчёт о записанном остаётся">
        {runs.length === 0 ? <EmptyState title="Таблиц ещё не загружали." /> : <RunsTable runs={runs} />}
      </Section>
      <p>
        <Link href="/study" prefetch={false}>
          Учебная часть
        </Link>
      </p>
    </div>
  );
}

function Columns({ kind }: { kind: KindView }) {
  return (
    <div className="import-pad">
      <div className="import-acts">
        <ButtonAnchor size="small" href={`/api/study/import/template/${kind.id}/xlsx`} download>
          Шаблон XLSX
        </ButtonAnchor>
        <ButtonAnchor size="small" href={`/api/study/import/template/${kind.id}/csv`} download>
          Шаблон CSV
        </ButtonAnchor>
      </div>
      <details>
        <summary>Столбцы таблицы</summary>
        <dl className="pairs">
          {kind.columns.map(({ title, needed, example }) => (
            <div key={title}>
              <dt>{needed ? <b>{title}, обязательно</b> : title}</dt>
              <dd>{example}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
