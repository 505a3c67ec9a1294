import { Refusal } from '@/server/errors';
import { route } from '@/server/http';

/** An address that the interface does not know: the answer of a missing record, as data. */
const unknown = route(() => Promise.reject(new Refusal('NOT_FOUND')));

export const GET = unknown;
export const POST = unknown;
export const PATCH = unknown;
export const DELETE = unknown;
