import Link from 'next/link';
import type { StudyPlace } from '../study-places';

/** Where the work of the study office begins: its pages, each with what is done there. */
export function StudyPage({ places }: { places: readonly StudyPlace[] }) {
  return (
    <div className="single">
      <div className="day-head">
        <h1>Учебная часть</h1>
      </div>
      <ul className="places">
        {places.map(({ href, label, about }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
            <span>{about}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
