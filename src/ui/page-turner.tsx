import { ButtonLink } from './button-link';

type PageTurnerProps = {
  path: string;
  /** The list's conditions, which stay while its pages are turned. */
  filter: Record<string, string | number | null>;
  page: number;
  pages: number;
};

/** «Назад», «Дальше» under a long list; nothing under a short one. */
export function PageTurner({ path, filter, page, pages }: PageTurnerProps) {
  if (pages < 2) return null;
  const to = (target: number) => {
    const conditions = Object.entries({ ...filter, page: target }).map(([name, value]) => [name, String(value ?? '')]);
    return `${path}?${new URLSearchParams(conditions)}`;
  };
  return (
    <nav className="search-line no-print" aria-label="Страницы">
      {page > 1 && <ButtonLink href={to(page - 1)}>Назад</ButtonLink>}
      <span>
        Страница {page} из {pages}
      </span>
      {page < pages && <ButtonLink href={to(page + 1)}>Дальше</ButtonLink>}
    </nav>
  );
}
