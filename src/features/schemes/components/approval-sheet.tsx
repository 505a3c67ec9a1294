import { fullDateTime } from '@/texts/format';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { SchemeView } from '../scheme-view';
import { standingWords } from '../topic-words';

/** The approval sheet: who sent, returned with what remark, approved, and when. */
export function ApprovalSheet({ steps, timeZone }: Pick<SchemeView, 'steps' | 'timeZone'>) {
  return (
    <Section id="approval" title="Лист согласования">
      <ol className="scheme-steps">
        {steps.map((step) => (
          <li key={step.at}>
            <State kind={standingWords[step.state].sign}>{stepWords[step.state]}</State>{' '}
            <span className="aside-note">
              {step.by}, {fullDateTime(new Date(step.at), timeZone)}
            </span>
            {step.remark !== '' && <p className="scheme-remark">{step.remark}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

const stepWords = {
  draft: 'Взято с проверки',
  sent: 'Отправлено на проверку',
  returned: 'Возвращено с замечаниями',
  approved: 'Утверждено',
} as const;
