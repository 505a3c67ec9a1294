import { Fragment } from 'react';
import { type TopicCells, topicFaults } from '@/domain/schemes/topic-rows';
import { tableColumns } from '../client/scheme-table';
import type { LessonTypeChoice } from '../scheme-view';
import { columnTitles } from '../topic-words';

type Props = { topics: readonly TopicCells[]; lessonTypes: readonly LessonTypeChoice[] };

/** What was read, with each error in its cell. */
export function ImportPreview({ topics, lessonTypes }: Props) {
  const labels = new Map(lessonTypes.map(({ id, label }) => [id, label]));
  const known = new Set(labels.keys());
  return (
    <div className="scheme-preview">
      <table className="tb">
        <thead>
          <tr>
            <th scope="col">№</th>
            {tableColumns.map((column) => (
              <th key={column} scope="col">
                {columnTitles[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic, place) => {
            const faults = topicFaults(topic, known);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a reading have no other name and never move
              <Fragment key={place}>
                {topic.part !== '' && (
                  <tr className="group">
                    <th scope="rowgroup" colSpan={7}>
                      {topic.part}
                    </th>
                  </tr>
                )}
                <tr className={Object.keys(faults).length > 0 ? 'is-bad' : undefined}>
                  <td>{place + 1}</td>
                  {tableColumns.map((column) => (
                    <td key={column}>
                      {column === 'lessonType' ? (labels.get(topic.lessonType) ?? topic.lessonType) : topic[column]}
                      {faults[column] && <span className="field-error"> {faults[column]}</span>}
                    </td>
                  ))}
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
