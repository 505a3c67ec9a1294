const shownGroups = 6;

/** «всему колледжу», «сотрудникам», «ИСП-25-1, ПКД-26-1»; of many groups the first ones and how many more. */
export function audienceWords(audience: 'named' | 'staff' | 'everybody', groups: readonly string[]): string {
  if (audience === 'everybody') return 'всем';
  if (audience === 'staff') return 'сотрудникам';
  const more = groups.length - shownGroups;
  const named = groups.slice(0, shownGroups).join(', ');
  return more > 0 ? `${named} и ещё ${more}` : named;
}
