import { hours } from '@/texts/format';
import { CheckField } from '@/ui/field';
import { State } from '@/ui/sign';
import type { SchemeJournal } from '../journals-of-scheme';

type Props = {
  journals: readonly SchemeJournal[];
  chosen: readonly number[];
  schemeHours: number;
  onChoose: (chosen: readonly number[]) => void;
};

/** The journals that the КТП is for, each with its hours by the load against those of the lines. */
export function JournalChoice({ journals, chosen, schemeHours, onChoose }: Props) {
  return (
    <fieldset className="scheme-journals">
      <legend>Для журналов</legend>
      {journals.map(({ id, group, subgroup, hours: planned }) => (
        <CheckField
          key={id}
          checked={chosen.includes(id)}
          onChange={({ target }) => onChoose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          label={
            <>
              {[group, subgroup].filter(Boolean).join(', ')}{' '}
              {planned === schemeHours ? (
                <span className="aside-note">по нагрузке {hours(planned)}</span>
              ) : (
                <State kind="attention">
                  по нагрузке {hours(planned)}, в КТП {hours(schemeHours)}
                </State>
              )}
            </>
          }
        />
      ))}
    </fieldset>
  );
}
