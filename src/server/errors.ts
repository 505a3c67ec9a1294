import type { ErrorCode } from '@/texts/errors';
import { isConnectionLost, isConnectionLostCode } from './postgres/connection-lost';

/** A refusal that the person is told about; nothing was written. `fields` names bad input, `detail` completes the sentence. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: ErrorCode,
    readonly options: { detail?: string; fields?: readonly string[]; retryAfterSeconds?: number } = {},
  ) {
    super(code);
  }
}

const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 404,
  NOT_FOUND: 404,
  BAD_ORIGIN: 403,
  OTHER_PERSON: 403,
  REAUTH_REQUIRED: 403,
  MUST_CHANGE_PASSWORD: 403,
  TOO_LARGE: 413,
  THROTTLED: 429,
  UNAVAILABLE: 503,
  WORKS: 503,
  DISK_FULL: 503,
  INTERNAL: 500,
  CONFLICT: 409,
  TIMETABLE_CHANGED: 409,
  SLIPS_PRINTED: 410,
};

/** A foreign record answers as a missing one (T-022). */
export function statusOf(code: ErrorCode): number {
  return statuses[code] ?? 422;
}

/** PostgreSQL's SQLSTATE of a failure that Prisma's adapter wrapped, else Prisma's own code, or undefined. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inside = JSON.stringify(error);
  return (
    /"originalCode":"([0-9A-Z]{5})"/.exec(inside)?.[1] ??
    /Code: `([0-9A-Z]{5})`/.exec(error.message)?.[1] ??
    /"code":"([0-9A-Z]{5})"/.exec(inside)?.[1]
  );
}

/**
 * What the database's own guards refuse, in the words of the gate: a reference to nothing, a second of what is single, a
 * value out of range (T-089). Undefined when the failure is a fault of ours.
 */
export function refusalOfDatabase(error: unknown): Refusal | undefined {
  const state = sqlState(error);
  if (isConnectionLost(error) || isConnectionLostCode(state)) {
    return new Refusal('UNAVAILABLE', { retryAfterSeconds: 2 });
  }
  switch (state) {
    case 'VD001':
      return new Refusal('PERIOD_LOCKED');
    case 'VD002':
      return new Refusal('NOT_ENROLLED');
    case 'VD004':
      return new Refusal('ROW_CLOSED');
    case 'VD005':
      return new Refusal('PLAN_FROZEN');
    case '55P03':
    case '57014':
    case '40P01':
    case '53100':
    case '40001':
      return new Refusal('UNAVAILABLE', { retryAfterSeconds: 2 });
    case '23503':
      return new Refusal('NOT_FOUND');
    case '23505':
    case '23P01':
      return new Refusal('DUPLICATE');
    case '23502':
    case '23514':
      return new Refusal('INVALID');
    default:
      return state?.startsWith('22') ? new Refusal('INVALID') : undefined;
  }
}
