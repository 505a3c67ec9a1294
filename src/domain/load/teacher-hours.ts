/** Приказ Минобрнауки № 1601 of 22.12.2014: hours a year of one rate, and the most that a teacher may have. */
export const yearHours = { rate: 720, most: 1440 } as const;

/** A teacher of a journal. `given`: hours of the lessons in the teacher's days; `last`: the one who has the journal now. */
export type Holder = { readonly teacherId: number; readonly given: number; readonly last: boolean };

/** A journal's planned hours of a half by teacher: who handed it over has what was given until then, the last one the rest. */
export function shareHours(planned: number, holders: readonly Holder[]): Map<number, number> {
  const shares = new Map<number, number>();
  const add = (teacherId: number, hours: number): void => {
    shares.set(teacherId, (shares.get(teacherId) ?? 0) + hours);
  };
  let left = planned;
  for (const { teacherId, given, last } of holders) {
    if (last) continue;
    const hours = Math.min(left, given);
    add(teacherId, hours);
    left -= hours;
  }
  for (const { teacherId, last } of holders) if (last) add(teacherId, left);
  return shares;
}

export type Shared = {
  readonly teacherId: number;
  readonly streamId: number | null;
  readonly half: 1 | 2;
  readonly hours: number;
};

/** Hours by teacher and half; journals of one stream are one lesson and count once, by the longest of them. */
export function teacherHours(rows: readonly Shared[]): Map<number, { 1: number; 2: number }> {
  const totals = new Map<number, { 1: number; 2: number }>();
  const streams = new Map<string, number>();
  for (const { teacherId, streamId, half, hours } of rows) {
    const total = totals.get(teacherId) ?? { 1: 0, 2: 0 };
    totals.set(teacherId, total);
    if (streamId === null) {
      total[half] += hours;
      continue;
    }
    const key = `${teacherId} ${streamId} ${half}`;
    const counted = streams.get(key) ?? 0;
    total[half] += Math.max(0, hours - counted);
    streams.set(key, Math.max(counted, hours));
  }
  return totals;
}
