'use client';

import { Button } from './button';

/** Prints the page as it is; the print styles leave out what paper does not need. */
export function PrintButton() {
  return <Button onClick={() => window.print()}>Печать</Button>;
}
