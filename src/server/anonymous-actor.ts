import type { Actor } from '@/access/actor';

const never = new Date(0);

/** Somebody who has not signed in: holds no permission and no link, runs public commands only; no rule of time asks it. */
export const anonymousActor: Actor = {
  kind: 'anonymous',
  personId: 0,
  sessionId: null,
  name: '',
  mustChange: false,
  roles: [],
  permissions: new Set(),
  teaches: [],
  substitutes: [],
  curates: [],
  departments: [],
  children: [],
  studentId: null,
  now: never,
  today: '1970-01-01',
  timeZone: 'UTC',
};
