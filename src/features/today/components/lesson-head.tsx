/** Heads of a list of lessons to be seen to: which one, what of it, until when, and the act in the row. */
export function LessonHead({ what }: { what: readonly [string, string] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="w-36">
          Занятие
        </th>
        <th scope="col" className="w-24">
          Группа
        </th>
        <th scope="col">{what[0]}</th>
        <th scope="col">{what[1]}</th>
        <th scope="col">Срок</th>
        <th scope="col">
          <span className="sr-only">Действие</span>
        </th>
      </tr>
    </thead>
  );
}
