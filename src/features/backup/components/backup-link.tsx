import Link from 'next/link';

/** From the institution to its copies. */
export function BackupLink() {
  return (
    <p className="single">
      <Link href="/admin/backup" prefetch={false}>
        Резервные копии
      </Link>
    </p>
  );
}
