type Json = unknown;

/** A place inside an input: keys and positions from its root. */
export type Place = readonly (string | number)[];

/** Every field of an input, containers included, at any depth. */
export function placesIn(value: Json, at: Place = []): Place[] {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...at, Array.isArray(value) ? Number(key) : key];
    return [place, ...placesIn(inner, place)];
  });
}

/** Every object of an input, its root included. */
export function objectsIn(value: Json): Place[] {
  const isObject = (place: Place) => {
    const found = at(value, place);
    return typeof found === 'object' && found !== null && !Array.isArray(found) && !(found instanceof Uint8Array);
  };
  return [[], ...placesIn(value)].filter(isObject);
}

export function at(value: Json, place: Place): Json {
  return place.reduce<Json>((inner, key) => (inner as Record<string, Json>)[key], value);
}

/** A copy of the input with one field replaced; `absent` leaves it out. What is not plain data is shared, not copied. */
export function replaced(value: Json, [key, ...rest]: Place, by: Json): Json {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, Json>;
  if (rest.length === 0 && by === absent) delete copy[key];
  else copy[key] = replaced(copy[key], rest, by);
  return copy;
}

export const absent = Symbol('absent');

type Hostile = {
  name: string;
  value: Json;
  /** A plain text or an emptiness: legal wherever the schema says so, never a fault. */
  harmless?: true;
};

/** What a client may send instead of a value (T-040). */
export const hostileValues: readonly Hostile[] = [
  { name: '{"not":""}', value: { not: '' } },
  { name: '{"startsWith":"a"}', value: { startsWith: 'a' } },
  { name: '{"in":[1,2,3]}', value: { in: [1, 2, 3] } },
  { name: '{"gt":0}', value: { gt: 0 } },
  { name: '{"set":1}', value: { set: 1 } },
  { name: '[]', value: [], harmless: true },
  { name: '[[]]', value: [[]] },
  { name: 'null', value: null, harmless: true },
  { name: 'absent', value: absent, harmless: true },
  { name: 'empty', value: '', harmless: true },
  { name: 'NUL', value: 'a\0b' },
  { name: 'lone surrogate', value: 'a\ud800' },
  { name: '2^31', value: 2 ** 31 },
  { name: '1e21', value: 1e21 },
  { name: '−1', value: -1 },
  { name: '0.5', value: 0.5 },
  { name: 'NaN', value: Number.NaN },
  { name: 'true', value: true, harmless: true },
  { name: '100,000 characters', value: 'ж'.repeat(100_000) },
  { name: '__proto__', value: JSON.parse('{"__proto__":{"admin":true}}') },
  { name: '../', value: '../../etc/passwd', harmless: true },
  { name: 'SQL', value: "'; DROP TABLE mark; --", harmless: true },
  { name: 'a date that is none', value: '2026-02-30', harmless: true },
  { name: 'year 0', value: '0000-01-01', harmless: true },
];
