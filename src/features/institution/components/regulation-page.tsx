import Link from 'next/link';
import { longDate } from '@/texts/format';
import { ButtonLink } from '@/ui/button-link';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { RegulationView } from '../load-regulation';

/** The regulation in force, rule by rule, to be held against the institution's own document. */
export function RegulationPage({ regulation }: { regulation: RegulationView }) {
  return (
    <div className="single">
      <Link href="/admin" prefetch={false}>
        ‹ Учреждение
      </Link>
      <div className="day-head">
        <h1>Положение о журнале</h1>
        <span className="text-text2">действует с {longDate(regulation.validFrom)}</span>
        {regulation.mayEdit && (
          <span className="push">
            <ButtonLink href="/admin/regulation/edit">Новая редакция</ButtonLink>
          </span>
        )}
      </div>
      <p>{regulation.title}</p>
      {regulation.parts.map(({ id, title, rules }) => (
        <Section key={id} id={id} title={title}>
          <dl className="pairs">
            {rules.map(([term, words]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
      <Section id="versions" title="Редакции">
        <dl className="pairs">
          {regulation.versions.map(({ id, title, validFrom, active, enteredAt, enteredBy }) => (
            <div key={id}>
              <dt>с {longDate(validFrom)}</dt>
              <dd>
                {active ? <State kind="done">{title}</State> : title}
                <span className="sub">
                  введена {enteredAt}
                  {enteredBy && `, ${enteredBy}`}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  );
}
