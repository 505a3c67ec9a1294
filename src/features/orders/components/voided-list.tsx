import type { VoidedLine } from '../voided-lines';

/** What loses its ground, student by student; the values stay in the history. */
export function VoidedList({ voided }: { voided: readonly VoidedLine[] }) {
  return (
    <ul className="voided-list">
      {voided.map(({ studentId, name, words }) => (
        <li key={studentId}>
          <b>{name}</b>: {words}
        </li>
      ))}
    </ul>
  );
}
