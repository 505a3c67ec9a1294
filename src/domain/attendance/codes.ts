import type { AbsenceCode } from '../regulation/regulation';
import type { AttendanceFact } from '../types';

/** The code of an absence whose reason nobody has set: «н» of most colleges, «от» of S2 5.4. */
export function codeWithoutReason(codes: readonly AbsenceCode[]): AbsenceCode | undefined {
  return codes.find((code) => code.class === 'unclassified') ?? codes.find((code) => code.class === 'unknown');
}

/** The code shown for two facts (C-02); null for a present student. A reason outside the dictionary shows as no reason. */
export function codeOf(fact: AttendanceFact, codes: readonly AbsenceCode[]): AbsenceCode | null {
  if (fact.presence === null) return null;
  if (fact.presence === 'late') return codes.find((code) => code.presence === 'late') ?? null;
  const byReason = fact.reason === null ? undefined : codes.find((code) => code.id === fact.reason);
  return (byReason?.presence === 'absent' ? byReason : codeWithoutReason(codes)) ?? null;
}

/** The facts behind a typed code: «уп» is an absence and its reason, «н» and «оп» carry no reason. */
export function expandCode(code: AbsenceCode, codes: readonly AbsenceCode[]): AttendanceFact {
  if (code.presence === 'late') return { presence: 'late', reason: null };
  return { presence: 'absent', reason: code.id === codeWithoutReason(codes)?.id ? null : code.id };
}
