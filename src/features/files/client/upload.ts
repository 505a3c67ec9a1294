import { type FilePart, fileLimits } from '@/domain/files/kinds';
import type { FilePlace } from '../file-view';

export type UploadAnswer = { ok: true } | { ok: false; message: string };

/**
 * Sends a file; `progress` is told the share sent. Not by `fetch`, which does not tell how far it is. The answer is a
 * sentence for the person when it was refused or the net was gone.
 */
export function uploadFile(
  { sectionId, lessonId }: FilePlace,
  part: FilePart,
  file: File,
  progress: (share: number) => void,
): Promise<UploadAnswer> {
  if (file.size === 0) return Promise.resolve({ ok: false, message: 'Файл пустой.' });
  if (file.size > fileLimits.file)
    return Promise.resolve({ ok: false, message: 'Файл больше 20 МБ, он не отправлен.' });
  const query = new URLSearchParams({
    ...{ section: String(sectionId), lesson: String(lessonId), part },
    name: [...file.name].slice(-200).join(''),
  });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve({ ok: false, message: 'Нет связи: файл не приложен. Приложите его ещё раз.' });
    request.open('POST', `/api/files?${query}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.send(file);
  });
}

/** @returns null when the file is gone, else why not */
export async function deleteFile(id: string): Promise<string | null> {
  const answer = await fetch(`/api/files/${id}`, { method: 'DELETE' }).catch(() => null);
  if (answer?.ok) return null;
  return answer ? messageOf(await answer.text()) : 'Нет связи: файл остался. Уберите его ещё раз.';
}

function answerOf({ status, responseText }: XMLHttpRequest): UploadAnswer {
  return status === 200 ? { ok: true } : { ok: false, message: messageOf(responseText) };
}

function messageOf(text: string): string {
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  } catch {
    return 'Сервер не ответил. Повторите ещё раз.';
  }
}
