import type { CellFlag } from '../client/cell-flags';

/** Column order of the totals at the right; also the order of `summaryString`. */
export type SummaryTexts = {
  missed: string;
  debts: string;
  average: string;
  proposed: string;
  grade: string;
  /** «≠» or «?» (differs without a reason), empty when it agrees. */
  sign: string;
};

export function summaryString({ missed, debts, average, proposed, grade, sign }: SummaryTexts): string {
  return [missed, debts, average, proposed, grade, sign].join('|');
}

export function SummaryCells({ summary, flag }: { summary: string; flag: CellFlag | undefined }) {
  const [missed, debts, average, proposed, grade, sign] = summary.split('|');
  const state = flag ? (flag.kind === 'conflict' ? ' conf' : flag.kind === 'saving' ? ' sav' : ' uns') : '';
  return (
    <>
      <td className="ms">{missed}</td>
      <td className="db">{debts}</td>
      <td className="av">{average}</td>
      <td className="pr">{proposed}</td>
      <td className={`fi${state}`}>
        {flag?.kind === 'conflict' ? flag.text : grade}
        {sign ? <em>{sign}</em> : null}
      </td>
    </>
  );
}
