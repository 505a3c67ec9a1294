import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

type Look = {
  /** `main`: the one filled button of a screen; `flat`: a link that looks like text; `danger`: destroys something. */
  look?: 'plain' | 'main' | 'flat' | 'danger';
  /** `small` stands in table rows, `big` is the phone's 44 px. */
  size?: 'small' | 'normal' | 'big';
};

function buttonClass({ look = 'plain', size = 'normal' }: Look, className?: string): string {
  return classNames('btn', look !== 'plain' && `btn-${look}`, size !== 'normal' && `btn-${size}`, className);
}

export function Button({ look, size, className, type = 'button', ...rest }: Look & ComponentProps<'button'>) {
  return <button type={type} className={buttonClass({ look, size }, className)} {...rest} />;
}

type LinkProps = Look &
  Omit<ComponentProps<'a'>, 'href'> & {
    href: string /** Loads the page anew, with its own headers. */;
    anew?: boolean;
  };

/** A link drawn as a button: it goes somewhere and changes nothing. */
export function ButtonLink({ look, size, className, anew, href, ...rest }: LinkProps) {
  const drawn = buttonClass({ look, size }, className);
  if (anew) return <a className={drawn} href={href} {...rest} />;
  return <Link prefetch={false} className={drawn} href={href} {...rest} />;
}
