import { type Finding, type Severity, severityOf } from '@/domain/curriculum/findings';
import type { PlanLine } from '@/domain/curriculum/plan';
import { Section } from '@/ui/section';
import { type SignKind, State } from '@/ui/sign';
import { bySeverity, findingWords } from '../finding-words';

const signs: Readonly<Record<Severity, readonly [SignKind, string]>> = {
  error: ['overdue', 'ошибка'],
  limit: ['attention', 'сверх нормы'],
  warning: ['ahead', 'проверьте'],
};

type Props = { findings: readonly Finding[]; lines: readonly PlanLine[]; onGo: (line: number, cell: string) => void };

/** What the check says, mistakes first; a press leads to the cell. */
export function PlanFindings({ findings, lines, onGo }: Props) {
  const indexOf = (line: number): string => lines[line]?.index || `строки ${line + 1}`;
  return (
    <Section id="findings" title="Проверка" note={findings.length === 0 ? 'замечаний нет' : String(findings.length)}>
      <table className="tb">
        <thead>
          <tr>
            <th scope="col">Что</th>
            <th scope="col">Где</th>
            <th scope="col">Замечание</th>
          </tr>
        </thead>
        <tbody>
          {bySeverity(findings).map((finding) => {
            const [sign, word] = signs[severityOf(finding)];
            const words = findingWords(finding, indexOf);
            return (
              <tr key={`${finding.rule} ${'line' in finding ? finding.line : ''} ${words}`}>
                <td className="nowrap">
                  <State kind={sign} strong>
                    {word}
                  </State>
                </td>
                <td className="nowrap">
                  {'line' in finding ? (
                    <button type="button" className="plan-go" onClick={() => onGo(finding.line, cellOf(finding))}>
                      {indexOf(finding.line)}
                    </button>
                  ) : (
                    'план в целом'
                  )}
                </td>
                <td>{words}</td>
              </tr>
            );
          })}
          {findings.length === 0 && (
            <tr>
              <td colSpan={3}>Суммы сходятся, нормы соблюдены.</td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  );
}

function cellOf(finding: Finding): string {
  if (!('semester' in finding)) return finding.rule === 'courseDoubled' ? 'name' : 'index';
  return finding.rule === 'kindsDiffer' ? `hours${finding.semester}` : `control${finding.semester}`;
}
