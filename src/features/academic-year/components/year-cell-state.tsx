import { shortDate } from '@/texts/format';
import { State } from '@/ui/sign';
import type { YearCell } from '../year-view';

/** «закрыт 03.07» or «открыт», and what is missing under it. */
export function YearCellState({ cell }: { cell: YearCell }) {
  const { state, lockedOn, reopenedUntil, unfilled, missing, unpublished, dots, unprinted } = cell;
  const lacks = [
    unfilled > 0 && `не заполнено ${unfilled}`,
    missing > 0 && `нет итоговых ${missing}`,
    unpublished > 0 && `не опубликовано ${unpublished}`,
    dots > 0 && `долгов ${dots}`,
    unprinted && 'ведомость не напечатана',
  ].filter(Boolean);
  const bad = unfilled + missing + unpublished > 0;
  const word = state === 'open' ? 'открыт' : `закрыт ${lockedOn ? shortDate(lockedOn) : ''}`;
  return (
    <>
      <State kind={state === 'locked' ? 'done' : bad ? 'attention' : 'ahead'}>
        {word}
        {reopenedUntil && `, открыт снова до ${shortDate(reopenedUntil)}`}
      </State>
      {lacks.length > 0 && <span className="sub">{lacks.join(' · ')}</span>}
    </>
  );
}
