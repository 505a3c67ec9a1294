import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { SchemesPage } from '@/features/schemes/components/schemes-page';
import { loadSchemesPage, schemeViews } from '@/features/schemes/load-schemes-page';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'КТП' };

const id = z
  .string()
  .transform((text) => parseId(text))
  .pipe(z.int())
  .optional();
const search = z.object({
  view: z.enum(schemeViews).optional(),
  year: id,
  section: id,
  q: z.string().max(100).default(''),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?view=&year=&q=` for the list; `?section=` leads to the КТП of a journal of one's own, or to where it is begun. */
export default async function SchemesListPage({ searchParams }: Props) {
  const actor = await requireActor();
  const query = search.safeParse(await searchParams);
  const page = query.success ? await loadSchemesPage(actor, query.data) : null;
  if (!page) notFound();
  if ('moved' in page) redirect(`/study/schemes/${page.moved}`);
  return (
    <Page>
      <SchemesPage page={page} />
    </Page>
  );
}
