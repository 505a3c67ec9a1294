'use client';

import './search-box.css';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { counted } from '@/texts/plural';
import type { SearchHit } from '../search-view';
import { type SearchState, useSearch } from './use-search';

export type SearchBoxProps = { onClose: () => void };

const kinds: readonly { kind: SearchHit['kind']; label: string }[] = [
  { kind: 'group', label: 'Группы' },
  { kind: 'journal', label: 'Журналы' },
  { kind: 'student', label: 'Студенты' },
  { kind: 'day', label: 'Посещаемость за день' },
  { kind: 'lesson', label: 'Занятия' },
];

/** Search by name and day (T-028): typed, chosen with the arrows, opened with Enter; or pressed. */
export function SearchBox({ onClose }: SearchBoxProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const search = useSearch(text);
  const hits = search.hits ?? [];
  const chosen = hits[Math.min(active, hits.length - 1)];
  // A window that opens after this gives the focus to whom the attribute names.
  useEffect(() => {
    input.current?.setAttribute('autofocus', '');
    input.current?.focus();
  }, []);
  useEffect(() => {
    if (chosen) document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const go = ({ href }: SearchHit) => {
    onClose();
    // Another lesson of the very journal that is open: the page begins anew there.
    if (window.location.pathname === href.split('?')[0]) window.location.assign(href);
    else router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || hits.length === 0) return;
    event.preventDefault();
    setActive((Math.min(active, hits.length - 1) + step + hits.length) % hits.length);
  };
  return (
    <div className="palette">
      <input
        ref={input}
        className="input"
        type="text"
        role="combobox"
        aria-label="Группа, студент, журнал или день"
        aria-expanded={hits.length > 0}
        aria-controls={hits.length > 0 ? 'palette-hits' : undefined}
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        aria-autocomplete="list"
        placeholder="ИСП-25, Давлетшина, алгоритмы, 12.10, пятница"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="palette-said" role="status">
        {saidOf(search)}
      </p>
      {hits.length > 0 && <Hits hits={hits} chosen={chosen} onChoose={go} />}
    </div>
  );
}

type HitsProps = { hits: readonly SearchHit[]; chosen: SearchHit | undefined; onChoose: (hit: SearchHit) => void };

/** Links as any: with Ctrl or the middle button they open beside. */
function Hits({ hits, chosen, onChoose }: HitsProps) {
  const onClick = (hit: SearchHit) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(hit);
  };
  const present = kinds.filter(({ kind }) => hits.some((hit) => hit.kind === kind));
  return (
    <div id="palette-hits" className="palette-hits" role="listbox" aria-label="Найденное">
      {present.map(({ kind, label }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a list box, not of form fields
        <div key={kind} role="group" aria-label={label}>
          <div className="palette-kind" aria-hidden="true">
            {label}
          </div>
          {hits
            .filter((hit) => hit.kind === kind)
            .map((hit) => (
              <a
                key={hit.id}
                id={optionId(hit)}
                role="option"
                aria-selected={hit === chosen}
                tabIndex={-1}
                href={hit.href}
                onClick={onClick(hit)}
              >
                <b>{hit.title}</b> <span>{hit.note}</span>
              </a>
            ))}
        </div>
      ))}
    </div>
  );
}

const optionId = ({ kind, id }: SearchHit) => `palette-${kind}-${id}`;

function saidOf({ hits, failed }: SearchState): string {
  if (failed) return failed;
  if (hits === null) return 'Имя, группа, дисциплина или день; стрелками выбрать, Enter открыть.';
  return hits.length === 0 ? 'Ничего не найдено.' : `Найдено: ${counted(hits.length, 'запись', 'записи', 'записей')}.`;
}
