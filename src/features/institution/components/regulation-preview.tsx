'use client';

import { longDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { RegulationChange } from '../compose-regulation';

type Props = {
  problems: readonly { place: string; reason: string }[];
  changes: readonly RegulationChange[];
  validFrom: string;
  onAdopt: () => void;
};

/** What speaks against the version, else rule by rule what was and what will be. */
export function RegulationPreview({ problems, changes, validFrom, onAdopt }: Props) {
  if (problems.length > 0) {
    return (
      <Notice kind="error" live>
        <b>Такую редакцию ввести нельзя.</b> Введённое осталось на странице.
        <ul>
          {problems.map(({ place, reason }) => (
            <li key={`${place} ${reason}`}>
              {place}: {reason}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (changes.length === 0) {
    return (
      <Notice kind="info" live>
        В правилах ничего не меняется.
      </Notice>
    );
  }
  return (
    <section aria-labelledby="preview" aria-live="polite">
      <h2 id="preview">Что изменится с {longDate(validFrom)}</h2>
      <table className="tb tb-cards">
        <thead>
          <tr>
            <th scope="col">Правило</th>
            <th scope="col">Было</th>
            <th scope="col">Будет</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ part, term, before, after }) => (
            <tr key={`${part} ${term}`}>
              <th scope="row">
                {term}
                <span className="sub">{part}</span>
              </th>
              <td data-head="было:">{before}</td>
              <td data-head="будет:">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button look="main" onClick={onAdopt}>
        Ввести в действие с {longDate(validFrom)}
      </Button>
    </section>
  );
}
