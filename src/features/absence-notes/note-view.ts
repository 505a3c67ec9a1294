import type { AbsenceKind } from '@/domain/attendance/absence-note';
import type { LocalDate } from '@/domain/types';

/** A note as curator and parent see it. */
export type NoteLine = {
  id: number;
  groupId: number;
  studentId: number;
  /** «Валеева Камилла» */
  student: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  firstPeriod: number | null;
  lastPeriod: number | null;
  /** «18.12, пары 1–2», «18.12–20.12» */
  days: string;
  kind: AbsenceKind;
  /** «болезнь» */
  kindWords: string;
  text: string;
  document: boolean;
  /** «мать, 18.12 07:55», «куратор, 18.12 14:20» */
  source: string;
  byParent: boolean;
  /** Written by whoever looks at it. */
  own: boolean;
  state: 'sent' | 'accepted' | 'declined' | 'withdrawn';
  /** The code given, or the one proposed while it waits; null where the regulation leaves reasons to teachers. */
  reason: { id: string; symbol: string } | null;
  reply: string;
  /** Who answered and when, «Ганеева Л. Р., 18.12 14:20»; empty while it waits. */
  decided: string;
  /** Absences of its days that have no reason yet. */
  openLessons: number;
};
