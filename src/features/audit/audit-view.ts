export type AuditFilter = {
  view: 'acts' | 'entries';
  q: string;
  command: string;
  from: string;
  to: string;
  /** The last line of the page before. */
  before: number | null;
};

export type AuditStepLine = { id: string; what: string; before: string; after: string };

export type AuditLine = {
  id: string;
  at: Date;
  who: string;
  roles: string;
  what: string;
  object: string;
  address: string;
  device: string;
  steps: readonly AuditStepLine[];
  /** How many steps there are beside those shown. */
  more: number;
};

export type AuditPage = { lines: readonly AuditLine[]; next: string | null; timeZone: string };
