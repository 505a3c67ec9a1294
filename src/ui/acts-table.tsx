import type { ReactNode } from 'react';

export type ActsHead = { label: string; className?: string };

type Props = {
  /** What is listed and in which order, for a screen reader. */
  caption: string;
  heads: readonly ActsHead[];
  className: string;
  /** Rows; the last cell of each holds what can be done with it. */
  children: ReactNode;
};

/** A list of things with what can be done with each; on a phone every row is a card. */
export function ActsTable({ caption, heads, className, children }: Props) {
  return (
    <table className={`tb tb-cards tb-hover ${className}`}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.label} scope="col" className={head.className}>
              {head.label}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">Действия</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
