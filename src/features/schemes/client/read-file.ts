import type { Table } from '@/tabular/table';

type Read = { table: Table } | { refused: string };

/** A file's rows, read by the server and kept nowhere; a Russian sentence when it is no table. */
export async function readFile(file: File): Promise<Read> {
  const answer = await fetch('/api/study/schemes/table', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  }).catch(() => null);
  if (!answer) return { refused: 'Нет связи с сервером. Повторите, когда связь вернётся.' };
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return { table: body as Table };
  const { error } = (body ?? {}) as { error?: { message?: string } };
  return { refused: error?.message ?? 'Файл не удалось прочитать. Повторите.' };
}
