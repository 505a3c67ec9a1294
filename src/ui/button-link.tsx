import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button';

type LinkProps = ButtonLook & Omit<ComponentProps<'a'>, 'href'> & { href: string };

/** A link drawn as a button: it goes somewhere and changes nothing. */
export function ButtonLink({ look, size, className, href, ...rest }: LinkProps) {
  return <Link prefetch={false} className={buttonClass({ look, size }, className)} href={href} {...rest} />;
}
