import type { Actor } from '@/access/actor';

/** Somebody who has not signed in: holds no permission and no link, runs public commands only. */
export function anonymousActor(now: Date): Actor {
  return {
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
    now,
    today: now.toISOString().slice(0, 10),
    timeZone: 'UTC',
  };
}
