'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { FormSelect } from '@/ui/form-field';

type Line = { key: number; startsAt: string; endsAt: string };
type Props = { number: number; pairs: readonly { startsAt: string; endsAt: string }[] };

/** The пары of a schedule one after the other, numbered from the first; made anew each time the dialog opens. */
export function BellLines({ number, pairs }: Props) {
  const [first, setFirst] = useState(number);
  const [lines, setLines] = useState<readonly Line[]>(pairs.map((pair, key) => ({ key, ...pair })));
  const more = () => setLines([...lines, { key: (lines.at(-1)?.key ?? 0) + 1, startsAt: '', endsAt: '' }]);
  return (
    <>
      <FormSelect
        name="first"
        label="Первая пара"
        value={first}
        onChange={({ target }) => setFirst(Number(target.value))}
        hint="Вторая смена может начинаться и с 4-й пары."
      >
        {[1, 2, 3, 4, 5, 6, 7, 8].map((one) => (
          <option key={one} value={one}>
            {one}-я
          </option>
        ))}
      </FormSelect>
      <div className="bell-lines">
        {lines.map(({ key, startsAt, endsAt }, place) => (
          <div key={key} className="bell-line">
            <span>{first + place}-я пара</span>
            <input
              className="input"
              type="time"
              name="startsAt"
              defaultValue={startsAt}
              aria-label={`Начало ${first + place}-й пары`}
              required
            />
            <input
              className="input"
              type="time"
              name="endsAt"
              defaultValue={endsAt}
              aria-label={`Конец ${first + place}-й пары`}
              required
            />
          </div>
        ))}
      </div>
      <div className="act-foot">
        <Button size="small" disabled={first + lines.length > 12} onClick={more}>
          Ещё пара
        </Button>
        <Button size="small" disabled={lines.length < 2} onClick={() => setLines(lines.slice(0, -1))}>
          Убрать последнюю
        </Button>
      </div>
    </>
  );
}

type Pair = { number: number; startsAt: string; endsAt: string };

/** The пары as they were typed. */
export function pairsOf(form: FormData): Pair[] {
  const [starts, ends] = [form.getAll('startsAt').map(String), form.getAll('endsAt').map(String)];
  const first = Number(form.get('first') ?? 1);
  return starts.map((startsAt, place) => ({ number: first + place, startsAt, endsAt: ends[place] ?? '' }));
}

/** What is wrong with their times, in words; null: nothing. The server asks the same. */
export function troubleOf(pairs: readonly Pair[]): string | null {
  for (const [place, { number, startsAt, endsAt }] of pairs.entries()) {
    const before = pairs[place - 1];
    if (endsAt <= startsAt) return `${number}-я пара кончается раньше, чем начинается.`;
    if (before && startsAt < before.endsAt)
      return `${number}-я пара начинается раньше, чем кончается ${before.number}-я.`;
  }
  return null;
}
