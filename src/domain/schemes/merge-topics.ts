import { type CellConflict, type CellsOf, type MergedRows, mergeRows } from '../merge-rows';
import { type TopicField, type TopicRow, topicFields } from './topic-rows';

export type TopicConflict = CellConflict<TopicRow, TopicField>;

const cells: CellsOf<TopicRow, TopicField> = {
  fields: () => topicFields,
  get: (row, field) => row[field],
  put: (row, taken) => ({ ...row, ...Object.fromEntries(taken) }),
};

/** Two editors of one draft of a КТП put together (`mergeRows`). */
export function mergeTopics(
  base: readonly TopicRow[],
  mine: readonly TopicRow[],
  theirs: readonly TopicRow[],
): MergedRows<TopicRow, TopicField> {
  return mergeRows({ base, mine, theirs }, cells);
}
