'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/ui/button';

/** Lines of like fields under one head. */
export function EditLines({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <table className="tb tb-cards edit-lines">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">Действие</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type CellProps = Omit<ComponentProps<'input'>, 'onChange'> & {
  /** The head of its column, and whose line it is: «Код», «отсутствует по болезни». */
  head: string;
  of: string;
  /** A few signs. */
  narrow?: boolean;
  onType: (value: string) => void;
};

export function EditCell({ head, of, narrow, onType, ...rest }: CellProps) {
  return (
    <td data-head={head} className={narrow ? 'narrow' : undefined}>
      <input
        className="input"
        aria-label={`${head}: ${of || 'новая строка'}`}
        onChange={({ target }) => onType(target.value)}
        {...rest}
      />
    </td>
  );
}

export function RemoveCell({ of, onRemove }: { of: string; onRemove: () => void }) {
  return (
    <td className="act">
      <Button size="small" onClick={onRemove}>
        Убрать<span className="sr-only"> {of}</span>
      </Button>
    </td>
  );
}
