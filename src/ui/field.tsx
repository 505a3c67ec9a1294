import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

type Described = { id: string; label: ReactNode; hint?: ReactNode; error?: ReactNode };

function descriptionOf({ id, hint, error }: Described): string | undefined {
  return classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;
}

function Frame({ id, label, hint, error, children }: Described & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      )}
    </div>
  );
}

/** A labelled input; its hint and error are read out with it. */
export function Field({ id, label, hint, error, className, ...rest }: Described & ComponentProps<'input'>) {
  const described = { id, label, hint, error };
  return (
    <Frame {...described}>
      <input
        id={id}
        className={classNames('input', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptionOf(described)}
        {...rest}
      />
    </Frame>
  );
}

export function SelectField({ id, label, hint, error, className, ...rest }: Described & ComponentProps<'select'>) {
  const described = { id, label, hint, error };
  return (
    <Frame {...described}>
      <select
        id={id}
        className={classNames('input', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptionOf(described)}
        {...rest}
      />
    </Frame>
  );
}

export function CheckField({ label, className, ...rest }: { label: ReactNode } & ComponentProps<'input'>) {
  return (
    <label className={classNames('check', className)}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
