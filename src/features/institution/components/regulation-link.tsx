import Link from 'next/link';

/** From the institution to its rules. */
export function RegulationLink() {
  return (
    <p className="single">
      <Link href="/admin/regulation" prefetch={false}>
        Положение о журнале по пунктам
      </Link>
    </p>
  );
}
