'use client';

import { counted } from '@/texts/plural';
import { ActDialog } from '@/ui/act-dialog';
import { SelectField } from '@/ui/field';
import { openLinesAction } from '../actions';
import type { GroupLoad, LoadLine } from '../load-view';

/** Journals for all lines that have none, each for the whole group. */
export function OpenLines({ load, lines }: { load: GroupLoad; lines: readonly LoadLine[] }) {
  return (
    <ActDialog
      label={`Открыть журналы по плану… (${lines.length})`}
      confirm="Открыть"
      title="Открыть журналы по плану"
      act={(_, key) => {
        const wanted = lines.map(({ itemId }) => ({ itemId, division: null }));
        return openLinesAction({ yearId: load.year.id, groupId: load.group.id, lines: wanted }, key);
      }}
    >
      <p>
        Откроется {counted(lines.length, 'журнал', 'журнала', 'журналов')} на всю группу с часами и формами контроля
        плана, пока без преподавателей. Если дисциплину ведут по подгруппам, откройте её строку отдельно.
      </p>
    </ActDialog>
  );
}

/** A journal for one line: of the whole group or of each subgroup of a division. */
export function OpenLine({ load, line }: { load: GroupLoad; line: LoadLine }) {
  return (
    <ActDialog
      label="Открыть…"
      confirm="Открыть"
      title="Открыть журнал"
      small
      act={(form, key) => {
        const division = String(form.get('division') ?? '');
        const wanted = [{ itemId: line.itemId, division: division === '' ? null : division }];
        return openLinesAction({ yearId: load.year.id, groupId: load.group.id, lines: wanted }, key);
      }}
    >
      <p>
        {line.index} {line.course}
      </p>
      <SelectField id="open-division" name="division" label="Кому">
        <option value="">всей группе</option>
        {load.divisions.map(({ division, subgroups }) => (
          <option key={division} value={division}>
            по подгруппам «{division}»: {subgroups.join(', ')}
          </option>
        ))}
      </SelectField>
    </ActDialog>
  );
}
