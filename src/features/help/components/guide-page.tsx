import Link from 'next/link';
import { type GuideName, guideNames, guideTitles } from '../guides';
import type { Guide } from '../read-guide';
import { GuideText } from './guide-text';
import './guide.css';

/** A guide with its contents; the guides of other roles are a list over it, the reader's own first. */
export function GuidePage({ name, own, guide }: { name: GuideName; own: readonly GuideName[]; guide: Guide }) {
  const listed = [...own, ...guideNames.filter((one) => !own.includes(one))];
  return (
    <div className="guide">
      <nav className="guide-list no-print" aria-label="Справка для других">
        <ul>
          {listed.map((one) => (
            <li key={one}>
              <Link href={`/help/${one}`} prefetch={false} aria-current={one === name ? 'page' : undefined}>
                {guideTitles[one]}
              </Link>
            </li>
          ))}
          <li>
            <Link href="/documents" prefetch={false}>
              Документы и учебный журнал
            </Link>
          </li>
        </ul>
      </nav>
      <nav className="guide-contents no-print" aria-label="Содержание">
        <ul>
          {guide.contents.map(({ anchor, heading }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      <article className="prose guide-text">
        <GuideText tokens={guide.tokens} pictures={guide.pictures} />
      </article>
    </div>
  );
}
