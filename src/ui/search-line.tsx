import type { ReactNode } from 'react';
import { Button } from './button';

type SearchLineProps = {
  /** Address of the page that shows what was found. */
  action: string;
  /** What is searched by, in words. */
  by: string;
  hint?: string | undefined;
  query: string;
  /** Other conditions, between the words and the button. */
  children?: ReactNode;
};

/** A list's conditions, kept in its address. */
export function SearchLine({ action, by, hint = by, query, children }: SearchLineProps) {
  return (
    <search>
      <form className="search-line" action={action}>
        <input
          className="input"
          name="q"
          type="search"
          maxLength={100}
          defaultValue={query}
          aria-label={by}
          placeholder={hint}
        />
        {children}
        <Button type="submit">Найти</Button>
      </form>
    </search>
  );
}

type Option = readonly [value: string | number, label: string];

/** One condition with a few values; the first says that there is none. */
export function Choice(props: { name: string; label: string; value: string | number; options: readonly Option[] }) {
  const { name, label, value, options } = props;
  return (
    <select className="input" name={name} aria-label={label} defaultValue={value}>
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}
