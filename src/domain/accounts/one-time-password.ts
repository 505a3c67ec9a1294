/** Nothing that looks like something else on paper: no I, L, O, 0, 1. Twelve of 31 signs are 59.4 bits (T-012). */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 12;

/** How long an issued password lives. */
export const issuedDays = 14;

/** A password of random bytes, each sign equally likely; 64 bytes are always enough. */
export function oneTimePassword(random: Uint8Array): string {
  const signs = [...random].map((byte) => alphabet[byte & 31]).filter((sign) => sign !== undefined);
  if (signs.length < length) throw new Error('too few random bytes');
  return signs.slice(0, length).join('');
}

/** «VFFA-AJJH-K2MN»: as it stands on the slip. */
export function onPaper(password: string): string {
  return password.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What was typed from a slip: in any case, with the dashes or without. Other texts stay as they are. */
export function readIssued(typed: string): string {
  const plain = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  return plain.length === length && [...plain].every((sign) => alphabet.includes(sign)) ? plain : typed;
}
