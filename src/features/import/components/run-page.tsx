import type { ReactNode } from 'react';
import { ButtonAnchor } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import type { RunView } from '../import-view';
import { RunActs } from './run-acts';
import { RunFilters } from './run-filters';
import { RunRows } from './run-rows';
import './import.css';

/** One table that was brought: how its check stands, what becomes of every row, and the way to write it. `progress`: its job. */
export function RunPage({ view, progress, moving }: { view: RunView; progress: ReactNode; moving: boolean }) {
  return (
    <div className="single-wide report import-run">
      <div className="day-head">
        <h1>{view.title}</h1>
        <span className="aside-note">
          {view.file}, {view.created}
        </span>
      </div>
      <div role="status">{progress}</div>
      {!moving && <Outcome view={view} />}
      {view.counts && view.state !== 'done' && !view.expired && (
        <Section id="rows" title="Что станет со строками" note={view.said}>
          <RunFilters view={view} />
          <RunRows view={view} />
        </Section>
      )}
    </div>
  );
}

/** What the person must know before looking at the rows, and what to do next. */
function Outcome({ view }: { view: RunView }) {
  const { state, refusal, counts, unread, stale, expired } = view;
  if (state === 'refused')
    return (
      <>
        <Notice kind="error">
          <p>Файл не принят, ничего не записано. {refusal}</p>
        </Notice>
        <Again />
      </>
    );
  if (state === 'done')
    return (
      <>
        <Notice kind="done">
          <p>Записано. {view.said}.</p>
        </Notice>
        <p className="import-acts">
          <ButtonAnchor href={`/api/study/import/report/${view.id}/xlsx`} download>
            Отчёт XLSX
          </ButtonAnchor>
          <ButtonAnchor href={`/api/study/import/report/${view.id}/csv`} download>
            Отчёт CSV
          </ButtonAnchor>
          <ButtonLink href="/study/import">К загрузкам</ButtonLink>
        </p>
      </>
    );
  if (expired)
    return (
      <>
        <Notice kind="info">
          <p>Сутки прошли, файл и его строки удалены; ничего не записано. Загрузите файл снова.</p>
        </Notice>
        <Again />
      </>
    );
  if (!counts) return <RunActs id={view.id} writable={false} again={false} />;
  return (
    <>
      {stale && (
        <Notice kind="warning">
          <p>Пока вы смотрели, данные колледжа изменились. Ничего не записано: проверьте строки ещё раз.</p>
        </Notice>
      )}
      {unread.length > 0 && (
        <Notice kind="warning">
          <p>
            Эти столбцы не прочитаны, таких названий нет в шаблоне: {unread.map((title) => `«${title}»`).join(', ')}.
          </p>
        </Notice>
      )}
      <Verdict view={view} />
    </>
  );
}

function Verdict({ view: { id, state, counts } }: { view: RunView }) {
  if (!counts) return null;
  const toWrite = counts.new + counts.changed;
  return (
    <>
      {counts.wrong > 0 && (
        <Notice kind="error">
          <p>
            Строк с ошибками: {counts.wrong}. Записывается всё или ничего: исправьте их в файле и загрузите его снова.
            Ошибка стоит в своей ячейке.
          </p>
        </Notice>
      )}
      {counts.wrong === 0 && toWrite === 0 && (
        <Notice kind="done">
          <p>Всё это уже есть в базе, записывать нечего.</p>
        </Notice>
      )}
      <RunActs id={id} writable={counts.wrong === 0 && toWrite > 0} again={state === 'writing'} />
    </>
  );
}

const Again = () => (
  <p className="import-pad">
    <ButtonLink href="/study/import">Загрузить другой файл</ButtonLink>
  </p>
);
