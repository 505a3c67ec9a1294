import { encode } from 'uqr';
import { mm } from './sheet';

/** The QR code of an address as drawing operators: one path of black runs in a square of `side` millimetres. */
export function qrOperators(address: string, side: number): string {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const module = (side * mm) / size;
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      const from = x;
      while (x < size && row[x]) x++;
      if (x > from)
        runs.push(
          [from, y, x - from, 1]
            .map((value) => (value * module).toFixed(3))
            .join(' ')
            .concat(' re'),
        );
    }
  });
  return `${runs.join('\n')}\nf`;
}
