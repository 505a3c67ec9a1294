import { Sign } from '@/ui/sign';

/** Over every page: announced technical works. */
export function WorksBand({ notice }: { notice: string | null }) {
  if (notice === null) return null;
  return (
    <aside className="band no-print" aria-label="Технические работы">
      <Sign kind="attention" />
      <span>{notice}</span>
    </aside>
  );
}
