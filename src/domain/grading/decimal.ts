/** 463 → «4,63»: hundredths with the Russian decimal comma. */
export function commaFromHundredths(hundredths: number): string {
  const fraction = String(hundredths % 100).padStart(2, '0');
  return `${Math.floor(hundredths / 100)},${fraction}`;
}

/** The fraction as it would be worked out by hand: «4,625» if it ends within four places, else «4,333…». */
export function commaFromFraction(numerator: number, denominator: number): string {
  const whole = Math.floor(numerator / denominator);
  let rest = numerator % denominator;
  let digits = '';
  while (rest !== 0 && digits.length < 4) {
    rest *= 10;
    digits += String(Math.floor(rest / denominator));
    rest %= denominator;
  }
  if (digits === '') return String(whole);
  return rest === 0 ? `${whole},${digits}` : `${whole},${digits.slice(0, 3)}…`;
}
