import { markCells } from '@/features/journal/mark-cells';
import { toRoute } from '@/server/http';
import { requireId } from '@/server/params';

/** One batch of edits of a journal (contract.md); the section stands in the path. */
export const PATCH = toRoute(markCells, {
  body: (json, params) => ({ ...Object(json), sectionId: requireId(params.sectionId) }),
});
