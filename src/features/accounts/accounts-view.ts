export type AccountState = 'none' | 'issued' | 'open' | 'blocked';

export type AccountLine = {
  personId: number;
  name: string;
  /** «преподаватель», «студент ИСП-25-1», «родитель: Абдуллин Тимур» */
  who: string;
  login: string | null;
  state: AccountState;
  lastSignIn: Date | null;
};

export type AccountsList = {
  lines: readonly AccountLine[];
  total: number;
  page: number;
  pages: number;
  groups: readonly { id: number; name: string }[];
  timeZone: string;
};

export type AccountFilter = {
  q: string;
  kind: '' | 'staff' | 'students' | 'parents';
  group: number | null;
  state: '' | AccountState | 'unused';
  page: number;
};

export type IssueLine = { id: number; batch: number; at: Date; by: string; to: string; opened: boolean };

export type SlipPerson = { personId: number; name: string; who: string; login: string | null; state: AccountState };

/** Whose slips: of a group with its parents, or of the staff. */
export type SlipsOf = number | 'staff';

export type SlipsView = {
  groups: { id: number; name: string }[];
  /** Whether slips of the staff are offered too. */
  staff: boolean;
  chosen: { of: SlipsOf; name: string } | null;
  people: readonly SlipPerson[];
  issues: readonly IssueLine[];
  timeZone: string;
};

export type PositionLine = { id: number; role: string; title: string; startsOn: string; endsOn: string | null };

export type AccountView = SlipPerson & {
  staff: boolean;
  blockReason: string | null;
  lastSignIn: Date | null;
  liveSessions: number;
  mayIssue: boolean;
  suggestedLogin: string;
  own: boolean;
  positions: readonly PositionLine[];
  issues: readonly IssueLine[];
  today: string;
  timeZone: string;
};
