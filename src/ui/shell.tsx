import Link from 'next/link';
import type { ReactNode } from 'react';
import { type NavItem, NavLinks } from './nav-links';

type ShellProps = {
  /** With one item or none the strip shows no navigation: the page has its own. */
  nav: readonly NavItem[];
  /** `href`: the page of the own sign-in; `alert`: a word of warning that leads there too. */
  who: { name: string; role: string; href: string; alert: string | null };
  /** The invented college on which people learn: it says so on every page. */
  training?: boolean;
  /** The way to the search, for those who have one. */
  search?: ReactNode;
  /** The sign-out control: a form or an island. */
  signOut: ReactNode;
  children: ReactNode;
};

/** The cover's strip and the page under it. */
export function Shell({ nav, who, training, search, signOut, children }: ShellProps) {
  return (
    <div className="shell">
      <a className="skip" href="#main">
        К содержанию
      </a>
      <header className="strip">
        <span className="strip-logo">Ведомость</span>
        {training && <span className="strip-training">учебная</span>}
        {nav.length > 1 && (
          <nav className="strip-nav" aria-label="Разделы">
            <NavLinks items={nav} />
          </nav>
        )}
        <div className="strip-who">
          {search}
          {/* A full load: the browser tells the server from which page, and no script has to. */}
          <a className="strip-help" href="/help">
            Справка
          </a>
          <span>
            <Link className="strip-name" href={who.href} prefetch={false}>
              {who.name}
            </Link>
            <span className="strip-role"> · {who.role}</span>
          </span>
          {who.alert && (
            <Link className="strip-alert" href={who.href} prefetch={false}>
              {who.alert}
            </Link>
          )}
          {signOut}
        </div>
      </header>
      {children}
    </div>
  );
}
