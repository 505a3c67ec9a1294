import type { Regulation } from '@/domain/regulation/regulation';

export type JournalRegulation = ReturnType<typeof journalRegulation>;

/** The regulation as the journal in the browser knows it: settings that no journal asks for stay on the server. */
export function journalRegulation(regulation: Regulation) {
  const { vocabulary, print: _print, diary: _diary, credentials: _slips, ...without } = regulation;
  const { sessions: _sessions, yearEnd: _end, accessWindow: _hours, periodKinds: _kinds, ...rest } = without;
  return { ...rest, vocabulary: { curator: vocabulary.curator } };
}
