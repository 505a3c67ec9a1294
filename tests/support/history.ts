import type { MarkValue } from '@/domain/types';

/** One save of one cell as its client saw it: based on a version, answered by a new one or by somebody else's newer value. */
export type Save = {
  editor: number;
  cell: number;
  /** The version the client named, and what it wanted to write. */
  based: number;
  value: MarkValue;
  /** Moments of sending and of the answer, in one order for all clients. */
  sent: number;
  answered: number;
} & ({ outcome: 'written'; version: number } | { outcome: 'conflict'; version: number; shown: string | null });

/** A read of a cell. */
export type Read = { cell: number; sent: number; answered: number; version: number; value: string | null };

/**
 * Judges a history (T-083) and names what is wrong with it; empty when it is linear: each cell's versions are written once
 * each, 1…n, every one on the version before it; what conflicts and reads show is the value that this version had; and
 * nobody is shown a version that was over before he asked, nor one that was not there yet when he was answered.
 */
export function objections(saves: readonly Save[], reads: readonly Read[]): string[] {
  const cells = new Set([...saves, ...reads].map(({ cell }) => cell));
  return [...cells].flatMap((cell) =>
    ofCell(
      cell,
      saves.filter((save) => save.cell === cell),
      reads.filter((read) => read.cell === cell),
    ),
  );
}

function ofCell(cell: number, saves: readonly Save[], reads: readonly Read[]): string[] {
  const written = saves.filter((save) => save.outcome === 'written').sort((one, other) => one.version - other.version);
  const found: string[] = [];
  written.forEach((save, index) => {
    if (save.version !== index + 1) found.push(`cell ${cell}: version ${save.version} stands in place ${index + 1}`);
    if (save.based !== save.version - 1)
      found.push(`cell ${cell}: version ${save.version} overwrote unseen, based on ${save.based}`);
  });
  const valueAt = (version: number) => (version === 0 ? null : (written[version - 1]?.value ?? 'never written'));
  const shown = [
    ...reads,
    ...saves.flatMap((save) => (save.outcome === 'conflict' ? [{ ...save, value: save.shown }] : [])),
  ];
  for (const { version, value, sent, answered } of shown) {
    if (valueAt(version) !== value)
      found.push(`cell ${cell}: version ${version} was shown as ${value}, it is ${valueAt(version)}`);
    const next = written[version];
    if (next && next.answered < sent)
      found.push(`cell ${cell}: version ${version} was shown after ${version + 1} was acknowledged`);
    const own = written[version - 1];
    if (own && own.sent > answered) found.push(`cell ${cell}: version ${version} was shown before it was sent`);
  }
  for (const save of saves) {
    if (save.outcome === 'conflict' && save.version === save.based)
      found.push(`cell ${cell}: refused though based on ${save.based}`);
  }
  return found;
}
