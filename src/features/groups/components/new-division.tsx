'use client';

import { type FormEvent, useState } from 'react';
import { fullDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { Field, SelectField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import type { SubgroupsView } from '../subgroups-view';
import { useDivision } from './use-division';

/** A division that begins: the list is parted in order of names, evenly; single students are moved afterwards. */
export function NewDivision({ view }: { view: SubgroupsView }) {
  const { send, busy, failure } = useDivision();
  const [name, setName] = useState('');
  const { students, group, on } = view;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const parts = Number(new FormData(event.currentTarget).get('parts'));
    const subgroups = Array.from({ length: parts }, (_, place) => `${place + 1}-я подгруппа`);
    const size = Math.ceil(students.length / parts);
    const done = await send({
      ...{ groupId: group.id, division: name.trim(), from: on, subgroups },
      students: students.map(({ studentId }, place) => ({
        studentId,
        was: null,
        now: subgroups[Math.floor(place / size)] ?? null,
      })),
    });
    if (done) setName('');
  }

  return (
    <Section id="new-division" title="Новое деление">
      <form className="form-line" onSubmit={(event) => void submit(event)}>
        <Field
          id="division-name"
          label="Для чего"
          placeholder="Иностранный язык"
          maxLength={60}
          required
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <SelectField id="division-parts" name="parts" label="Подгрупп" defaultValue="2">
          {[2, 3, 4].map((parts) => (
            <option key={parts} value={parts}>
              {parts}
            </option>
          ))}
        </SelectField>
        <Button type="submit" aria-disabled={busy || undefined}>
          Разделить поровну с {fullDate(on)}
        </Button>
      </form>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </Section>
  );
}
