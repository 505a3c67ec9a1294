import { Fragment } from 'react';
import { shortDate } from '@/texts/format';
import type { JournalProgress, SchemeView } from '../scheme-view';

/** The lines as they are read, and the days on which they were or will be given in each journal. */
export function TopicList({ view }: { view: SchemeView }) {
  const { topics, progress } = view;
  const labels = new Map(view.lessonTypes.map(({ id, label }) => [id, label]));
  return (
    <div className="scheme-frame">
      <table className="tb scheme-list">
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">Тема</th>
            <th scope="col">Вид занятия</th>
            <th scope="col" className="num">
              Часы
            </th>
            <th scope="col">Домашнее задание</th>
            {progress.map(({ sectionId, label }) => (
              <th key={sectionId} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic, place) => (
            <Fragment key={topic.key}>
              {topic.part !== '' && (
                <tr className="group">
                  <th scope="rowgroup" colSpan={5 + progress.length}>
                    {topic.part}
                  </th>
                </tr>
              )}
              <tr>
                <td>{place + 1}</td>
                <td data-label="Тема">
                  {topic.title}
                  {topic.content !== '' && <span className="sub">{topic.content}</span>}
                  {topic.materials !== '' && <span className="sub">Материалы: {topic.materials}</span>}
                </td>
                <td data-label="Вид занятия">{labels.get(topic.lessonType) ?? topic.lessonType}</td>
                <td data-label="Часы" className="num">
                  {topic.hours}
                </td>
                <td data-label="Домашнее задание">{topic.homework}</td>
                {progress.map((journal) => (
                  <td key={journal.sectionId} data-label={journal.label} className="nowrap">
                    <Days journal={journal} topicId={topic.id ?? 0} />
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** «07.10, 12.10» given, «по плану 16.10» to come, «нет занятия» where the timetable has none left. */
function Days({ journal, topicId }: { journal: JournalProgress; topicId: number }) {
  const { given, ahead } = journal.days[topicId] ?? { given: [], ahead: [] };
  if (given.length + ahead.length === 0) return <span className="state-overdue">нет занятия</span>;
  return (
    <>
      {given.map(shortDate).join(', ')}
      {ahead.length > 0 && (
        <span className="text-text2">
          {given.length > 0 ? ', ' : ''}по плану {ahead.map(shortDate).join(', ')}
        </span>
      )}
    </>
  );
}
