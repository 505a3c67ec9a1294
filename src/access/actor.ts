import type { TechnicalWorks } from '@/domain/deadlines/technical-works';
import type { LocalDate } from '@/domain/types';
import type { Permission, Role } from './permissions';

/** A section the actor writes into only because of substitutions: the lessons and their dates. */
export type SubstitutedLesson = { lessonId: number; sectionId: number; date: LocalDate };

/** The session in which somebody acts: when its password was last typed (T-011), and when it ends (T-007). */
export type SignIn = {
  passwordAt: Date | null;
  idleSeconds: number;
  expiresAt: Date;
  /** «Чужой компьютер»: nothing is kept in the browser. */
  shared: boolean;
  /** Somebody signed in from a new device since the owner last looked (T-009). */
  strangeDevice: boolean;
};

/**
 * Who acts: all roles of a person and their links, loaded from the database at each request and never trusted from the
 * cookie. Ids are person ids. `today` is the institution's local date at the moment of the request.
 */
export type Actor = {
  kind: 'person' | 'system' | 'anonymous';
  /** 0 for the product itself and for somebody who has not signed in. */
  personId: number;
  sessionId: number | null;
  /** «Хабибуллина Г. Р.» */
  name: string;
  mustChange: boolean;
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
  /** Sections taught on `today`, or taught before in the open year and not handed over. */
  teaches: readonly number[];
  substitutes: readonly SubstitutedLesson[];
  curates: readonly number[];
  departments: readonly number[];
  children: readonly number[];
  studentId: number | null;
  now: Date;
  today: LocalDate;
  timeZone: string;
  /** The version of the regulation in force at `today`, when the request has read it already. */
  regulationId?: number;
  /** Announced technical works that are on or begin within a week. */
  works?: TechnicalWorks | null;
  /** Of people who have signed in. */
  signIn?: SignIn;
};

export function can(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'system' || actor.permissions.has(permission);
}

export function canAny(actor: Actor, wanted: readonly Permission[]): boolean {
  return wanted.some((permission) => can(actor, permission));
}
