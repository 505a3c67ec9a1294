import { NavLinks } from '@/ui/nav-links';

/** The pages of a group, all of them for whoever sees the group. */
export function GroupTabs({ groupId }: { groupId: number }) {
  return (
    <nav className="segments no-print" aria-label="Страницы группы">
      <NavLinks
        items={[
          { href: `/attendance/${groupId}`, label: 'День', exact: true },
          { href: `/groups/${groupId}`, label: 'Успеваемость', exact: true },
          { href: `/groups/${groupId}/parents`, label: 'Родители', exact: true },
        ]}
      />
    </nav>
  );
}
