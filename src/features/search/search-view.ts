/** What was found and the page that it leads to. */
export type SearchHit = {
  kind: 'group' | 'student' | 'journal' | 'lesson' | 'day';
  /** Of the record itself. */
  id: number;
  title: string;
  /** What tells it from others of its name; empty when nothing does. */
  note: string;
  href: string;
};
