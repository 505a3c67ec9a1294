import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import type { LibraryLine } from '../scheme-view';
import { StartButton } from './start-button';

/** Approved КТП of the college; `sectionId`: the journal that a copy is begun for. */
export function LibraryTable({ lines, sectionId }: { lines: readonly LibraryLine[]; sectionId: number | null }) {
  if (lines.length === 0) {
    return (
      <EmptyState title="Утверждённых КТП не нашлось.">Они появляются здесь, когда их утвердит методист.</EmptyState>
    );
  }
  return (
    <table className="tb tb-hover scheme-lines">
      <thead>
        <tr>
          <th scope="col">КТП</th>
          <th scope="col">Специальности</th>
          <th scope="col">Автор</th>
          <th scope="col" className="num">
            Темы / часы
          </th>
          <th scope="col">Утверждено</th>
          {sectionId !== null && (
            <th scope="col">
              <span className="sr-only">Действие</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row" data-label="КТП">
              <Link href={`/study/schemes/${line.id}`} prefetch={false}>
                {line.title}
              </Link>
            </th>
            <td data-label="Специальности">{line.programs}</td>
            <td data-label="Автор">{line.author}</td>
            <td data-label="Темы / часы" className="num">
              {line.topics} / {line.hours}
            </td>
            <td data-label="Утверждено">
              {line.approvedOn && fullDate(line.approvedOn)}
              {line.version > 1 && `, версия ${line.version}`}
            </td>
            {sectionId !== null && (
              <td className="act">
                <StartButton sectionId={sectionId} from={line.id} label="Взять за основу" />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
