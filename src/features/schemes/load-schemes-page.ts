import { type Actor, can } from '@/access/actor';
import type { Regulation } from '@/domain/regulation/regulation';
import { regulationOf } from '@/server/regulation';
import { loadLibrary } from './load-library';
import { loadProgrammes } from './load-programmes';
import { loadSchemes, type SchemeLines } from './load-schemes';
import { type SectionScheme, schemeOfSection } from './scheme-of-section';
import type { LibraryLine, ProgrammeLine, SchemeLine } from './scheme-view';

export const schemeViews = ['mine', 'sent', 'open', 'approved', 'library', 'programmes'] as const;
export type SchemesQuery = {
  view?: (typeof schemeViews)[number] | undefined;
  year?: number | undefined;
  section?: number | undefined;
  q: string;
};

export type SchemesView = Omit<SchemeLines, 'lines'> & {
  view: (typeof schemeViews)[number];
  tabs: { view: (typeof schemeViews)[number]; label: string }[];
  lines: SchemeLine[];
  library: LibraryLine[] | null;
  programmes: ProgrammeLine[] | null;
  /** The journal for which a КТП is begun. */
  beginning: Extract<SectionScheme, { schemeId: null }> | null;
  query: string;
  today: string;
  words: SchemeWords;
};

/** Heads of the columns in the institution's own words (C-19). */
export type SchemeWords = { course: string; groups: string; teacher: string; search: string };

const inView: Readonly<Record<'mine' | 'sent' | 'open' | 'approved', (line: SchemeLine) => boolean>> = {
  mine: ({ own }) => own,
  sent: ({ state }) => state === 'sent',
  open: ({ state }) => state !== 'sent' && state !== 'approved',
  approved: ({ state }) => state === 'approved',
};

/** The list of КТП, the library, the programmes, or the way to the КТП of one journal; null for what is not the actor's. */
export async function loadSchemesPage(
  actor: Actor,
  { view: wanted, year, section, q }: SchemesQuery,
): Promise<SchemesView | { moved: number } | null> {
  const found = await loadSchemes(actor, { yearId: year });
  if (!found) return null;
  const place = section === undefined ? null : await schemeOfSection(actor, section);
  if (section !== undefined && !place) return null;
  if (place && place.schemeId !== null) return { moved: place.schemeId };
  const { lines, ...frame } = found;
  const tabs = tabsOf(actor, found);
  const first =
    tabs.find((tab) => tab.view === 'sent' && lines.some(inView.sent)) ?? tabs.find((tab) => tab.view !== 'sent');
  const view = place ? 'library' : (wanted ?? first?.view ?? 'library');
  if (!tabs.some((tab) => tab.view === view)) return null;
  const listed = view === 'library' || view === 'programmes' ? [] : lines.filter(inView[view]);
  return {
    ...frame,
    ...{
      view,
      tabs,
      query: q,
      today: actor.today,
      beginning: place,
      words: wordsOf((await regulationOf(actor)).vocabulary),
    },
    lines: listed.filter((line) => matches(line, q)),
    library: view === 'library' ? await loadLibrary(actor, { query: q, sectionId: section ?? null }) : null,
    programmes: view === 'programmes' && frame.year ? await loadProgrammes(actor, frame.year.id) : null,
  };
}

function wordsOf({ course, group, teacher }: Regulation['vocabulary']): SchemeWords {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const search = `${capital(course.one)}, ${group.one}, ${teacher.one}`;
  return { course: capital(course.one), groups: capital(group.many), teacher: capital(teacher.one), search };
}

function tabsOf(actor: Actor, { every, lines }: SchemeLines): SchemesView['tabs'] {
  const count = (view: keyof typeof inView) => lines.filter(inView[view]).length;
  const tabs: SchemesView['tabs'] = [];
  if (can(actor, 'scheme.enter')) tabs.push({ view: 'mine', label: `Мои: ${count('mine')}` });
  if (every) {
    tabs.push(
      { view: 'sent', label: `На проверке: ${count('sent')}` },
      { view: 'open', label: `Не сданы: ${count('open')}` },
      { view: 'approved', label: `Утверждены: ${count('approved')}` },
    );
  }
  tabs.push({ view: 'library', label: 'Библиотека' });
  if (can(actor, 'scheme.approve')) tabs.push({ view: 'programmes', label: 'Рабочие программы' });
  return tabs;
}

function matches({ course, groups, teachers, kind }: SchemeLine, query: string): boolean {
  const words = query.trim().toLowerCase();
  return words === '' || [course, kind, ...groups, ...teachers].some((text) => text.toLowerCase().includes(words));
}
