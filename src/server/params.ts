import { Refusal } from './errors';

/** An id of a path or query; null for anything that is no id of ours. */
export function parseId(value: string | undefined | null): number | null {
  if (!value || !/^[1-9]\d{0,9}$/.test(value)) return null;
  const id = Number(value);
  return id <= 2_147_483_647 ? id : null;
}

/** The id, or the answer for a record that does not exist. @throws Refusal NOT_FOUND */
export function requireId(value: string | undefined | null): number {
  const id = parseId(value);
  if (id === null) throw new Refusal('NOT_FOUND');
  return id;
}

/** The random id of a file: 128 bits. @throws Refusal NOT_FOUND for anything else */
export function requireKey(value: string | undefined): string {
  if (!value || !/^[\w-]{22}$/.test(value)) throw new Refusal('NOT_FOUND');
  return value;
}
