import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export type ButtonLook = {
  /** `main`: the one filled button of a screen; `flat`: a link that looks like text; `danger`: destroys something. */
  look?: 'plain' | 'main' | 'flat' | 'danger';
  /** `small` stands in table rows, `big` is the phone's 44 px. */
  size?: 'small' | 'normal' | 'big';
};

export function buttonClass({ look = 'plain', size = 'normal' }: ButtonLook, className?: string): string {
  return classNames('btn', look !== 'plain' && `btn-${look}`, size !== 'normal' && `btn-${size}`, className);
}

export function Button({ look, size, className, type = 'button', ...rest }: ButtonLook & ComponentProps<'button'>) {
  return <button type={type} className={buttonClass({ look, size }, className)} {...rest} />;
}

/** A link drawn as a button that loads its page anew, with its own headers and without the router's script. */
export function ButtonAnchor({ look, size, className, ...rest }: ButtonLook & ComponentProps<'a'>) {
  return <a className={buttonClass({ look, size }, className)} {...rest} />;
}
