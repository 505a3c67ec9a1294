import { markDay } from '@/features/attendance/mark-day';
import { toRoute } from '@/server/http';
import { requireId } from '@/server/params';

/** One batch of edits of the curator's day sheet; the group stands in the path. */
export const PATCH = toRoute(markDay, {
  body: (json, params) => ({ ...Object(json), groupId: requireId(params.groupId) }),
});
