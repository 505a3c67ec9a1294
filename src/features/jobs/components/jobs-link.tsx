import Link from 'next/link';

/** From the institution to what its server does by itself. */
export function JobsLink() {
  return (
    <p className="single">
      <Link href="/admin/jobs" prefetch={false}>
        Фоновые задания
      </Link>
    </p>
  );
}
