'use client';

import { usePathname } from 'next/navigation';
import { useContext, useEffect, useState } from 'react';
import { shortDateTime } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { Sign } from '@/ui/sign';
import { keepsAnything } from '../client/database';
import { countOf, type Kept } from '../client/kept';
import { type Owner, OwnerContext } from '../client/owner';

/** What the person typed earlier and nobody sent: it is offered on every page but its own, where it goes by itself (T-068). */
export function UnsentOffer({ timeZone }: { timeZone: string }) {
  const owner = useContext(OwnerContext);
  const path = usePathname();
  const [left, setLeft] = useState<readonly Kept[]>([]);
  useEffect(() => {
    let isOld = false;
    const look = async () => {
      const found = owner?.keeps ? await leftBy(owner) : [];
      if (!isOld) setLeft(found.filter(({ place }) => !place.startsWith(`${path}?`)));
    };
    const timer = setTimeout(() => void look().catch(() => undefined), 500); // a page takes over its own first
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [owner, path]);
  if (left.length === 0) return null;
  const places = [...new Set(left.map(({ place }) => place))];
  const since = Math.min(...left.map((one) => one.since));
  const count = left.reduce((sum, one) => sum + countOf(one), 0);
  return (
    <div className="band no-print" role="status">
      <Sign kind="attention" />
      <span>
        <b>Не отправлено: {counted(count, 'запись', 'записи', 'записей')}</b> с{' '}
        {shortDateTime(new Date(since), timeZone)}. Хранятся в этом браузере сутки; откройте страницу, и они уйдут сами.
      </span>
      {places.map((place) => (
        <ButtonLink key={place} size="small" href={place}>
          {place.startsWith('/journal/') ? 'Открыть журнал' : 'Открыть лист дня'}
        </ButtonLink>
      ))}
    </div>
  );
}

async function leftBy({ person }: Owner): Promise<Kept[]> {
  if (!(await keepsAnything())) return [];
  const { openKeeper, orphansOf } = await import('../client/keeper');
  return orphansOf(await (await openKeeper()).own(person));
}
