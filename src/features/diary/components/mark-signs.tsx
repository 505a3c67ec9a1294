import { isFailing, markSign } from '@/domain/grading/scale';
import type { GradeValue, MarkValue } from '@/domain/types';
import { markInWords } from '@/texts/labels';
import type { AbsenceSign } from '../diary-view';

/** A mark as it stands in a cell; «2» and «незачёт» in red. */
export function MarkSign({ value }: { value: MarkValue }) {
  return <b className={isFailing(value) ? 'mark mark-fail' : 'mark'}>{markSign(value)}</b>;
}

/** A period grade: its sign, «н/а» for the not attested. */
export function GradeSign({ value }: { value: GradeValue }) {
  if (value !== 'notAttested') return <MarkSign value={value} />;
  return (
    <abbr className="mark mark-fail" title={markInWords(value)}>
      н/а
    </abbr>
  );
}

const tones: Record<AbsenceSign['class'], string> = {
  unclassified: 'absence-open',
  unknown: 'absence-open',
  invalid: 'absence-bad',
  valid: '',
  sick: '',
  late: '',
};

/** The code of an absence with its words for those who do not see it. */
export function AbsenceCode({ sign }: { sign: AbsenceSign }) {
  return (
    <abbr className={`absence ${tones[sign.class]}`} title={sign.label}>
      {sign.symbol}
    </abbr>
  );
}
