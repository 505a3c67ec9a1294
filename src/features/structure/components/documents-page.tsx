import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { DocumentRow, DocumentsView } from '../structure-view';
import { DocumentDialog } from './document-dialog';
import { RemoveButton } from './remove-button';
import './structure.css';

const parts = [
  ['normative', 'Нормативные документы', 'Положение о журнале, приказы и порядок контроля на сайте колледжа.'],
  ['training', 'Учебный журнал', 'Вымышленный колледж, на котором можно учиться: настоящие записи он не видит.'],
] as const;

/** What users are told of: documents on the site, rights and duties, the journal for learning. */
export function DocumentsPage({ view: { documents, may } }: { view: DocumentsView }) {
  return (
    <div className="single">
      <div className="day-head">
        <h1>Документы</h1>
        {may.enter && (
          <span className="push">
            <DocumentDialog />
          </span>
        )}
      </div>
      {parts.map(([kind, title, about]) => {
        const own = documents.filter((document) => document.kind === kind);
        if (own.length === 0 && kind === 'training') return null;
        return (
          <Section key={kind} id={kind} title={title} note={about}>
            {own.length === 0 ? (
              <EmptyState title="Ссылок ещё нет.">Их вносит администратор или учебная часть.</EmptyState>
            ) : (
              <Links documents={own} mayEnter={may.enter} />
            )}
          </Section>
        );
      })}
    </div>
  );
}

function Links({ documents, mayEnter }: { documents: readonly DocumentRow[]; mayEnter: boolean }) {
  return (
    <table className="tb tb-cards">
      <tbody>
        {documents.map((document) => (
          <tr key={document.id}>
            <th scope="row" className="name-cell">
              <a href={document.url} rel="noreferrer">
                {document.title}
              </a>
            </th>
            <td>{document.note}</td>
            <td className="act">
              {mayEnter && <DocumentDialog document={document} />}{' '}
              {mayEnter && (
                <RemoveButton kind="officeDocument" id={document.id} version={document.version} name={document.title} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
