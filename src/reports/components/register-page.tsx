import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Field, SelectField } from '@/ui/field';
import { PageTurner } from '@/ui/page-turner';
import { State } from '@/ui/sign';
import type { CheckState, RegisterLine, RegisterView } from '../register/load-register';

const checks: Record<CheckState, { kind: 'done' | 'overdue' | 'ahead'; words: string }> = {
  matches: { kind: 'done', words: 'совпадает' },
  differs: { kind: 'overdue', words: 'записи изменены' },
  unknown: { kind: 'ahead', words: 'не сверялась' },
};

/** The register of printed ledgers: filter, list, pages. */
export function RegisterPage({ register, query }: { register: RegisterView; query: Record<string, string> }) {
  const { fields, lines, total, checkedAt } = register;
  return (
    <>
      <form className="report-form no-print" action="/reports/register">
        {fields.map(({ name, label, options, empty, value }) => (
          <SelectField key={name} id={`register-${name}`} name={name} label={label} defaultValue={value}>
            <option value="">{empty}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </SelectField>
        ))}
        <Field
          id="register-number"
          name="number"
          label="Номер"
          defaultValue={query.number ?? ''}
          placeholder="2026-0012"
        />
        <Button type="submit">Найти</Button>
      </form>
      <p className="aside-note">
        Документов: {total}.{' '}
        {checkedAt ? `Сверка с журналом: ${checkedAt}.` : 'Сверка с журналом пройдёт ближайшей ночью.'}
      </p>
      {lines.length === 0 ? (
        <EmptyState title="Таких документов нет.">Измените условия поиска или напечатайте ведомость.</EmptyState>
      ) : (
        <RegisterList lines={lines} />
      )}
      <PageTurner path="/reports/register" filter={query} page={register.page} pages={register.pages} />
    </>
  );
}

function RegisterList({ lines }: { lines: readonly RegisterLine[] }) {
  return (
    <table className="tb tb-hover">
      <caption className="sr-only">Напечатанные ведомости, последние первыми</caption>
      <thead>
        <tr>
          <th scope="col">Номер</th>
          <th scope="col">Группа</th>
          <th scope="col" className="wide-only">
            Период
          </th>
          <th scope="col" className="wide-only">
            Напечатана
          </th>
          <th scope="col" className="wide-only">
            Кто
          </th>
          <th scope="col" className="num wide-only">
            Страниц
          </th>
          <th scope="col">Сверка</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">
              <a href={`/api/reports/period-ledger/pdf?print=${line.code}`} target="_blank" rel="noopener noreferrer">
                {line.number}
              </a>
            </th>
            <td>{line.group}</td>
            <td className="wide-only">{line.period}</td>
            <td className="wide-only">{line.printedAt}</td>
            <td className="wide-only">{line.by}</td>
            <td className="num wide-only">{line.pages}</td>
            <td>
              <a href={`/verify/${line.code}`} title="Проверить сейчас">
                <State kind={checks[line.check].kind}>{checks[line.check].words}</State>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
