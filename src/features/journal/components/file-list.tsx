'use client';

import './file-list.css';
import { type ChangeEvent, useEffect, useState } from 'react';
import { type FilePart, fileParts } from '@/domain/files/kinds';
import { loadFiles } from '@/features/files/client/load-files';
import { deleteFile, uploadFile } from '@/features/files/client/upload';
import { type FilePlace, fileHref, type LessonFileView } from '@/features/files/file-view';
import { fileSize } from '@/texts/file-size';
import { shortDateTime } from '@/texts/format';

export type FileListProps = {
  place: FilePlace;
  /** As known already; undefined: to be asked for. */
  files: readonly LessonFileView[] | undefined;
  editable: boolean;
  timeZone: string;
};

const partWords: Readonly<Record<FilePart, string>> = { homework: 'к заданию', material: 'к занятию' };
const accepted = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.txt';

/** Files of a lesson and of its homework: to download, and to add and remove where the lesson may be written. */
export function FileList({ place, files: known, editable, timeZone }: FileListProps) {
  const [files, setFiles] = useState(known);
  const [said, setSaid] = useState<{ text: string; refused?: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const reload = async () => {
    const loaded = await loadFiles(place);
    if (loaded) setFiles(loaded);
    else setSaid({ text: 'Файлы не загрузились. Проверьте связь.', refused: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when it is shown without them
  useEffect(() => {
    if (known === undefined) void reload();
  }, []);
  const add = async (part: FilePart, file: File) => {
    setBusy(true);
    const tell = (share: number) => setSaid({ text: `Отправляется: ${file.name}, ${Math.round(share * 100)}\u00A0%` });
    tell(0);
    const answer = await uploadFile(place, part, file, tell);
    setSaid(answer.ok ? { text: `Файл приложен ${partWords[part]}.` } : { text: answer.message, refused: true });
    if (answer.ok) await reload();
    setBusy(false);
  };
  const remove = async (file: LessonFileView) => {
    setBusy(true);
    const refusal = await deleteFile(file.id);
    setSaid(refusal ? { text: refusal, refused: true } : { text: `Файл «${file.name}» убран.` });
    await reload();
    setBusy(false);
  };
  if (!editable && files?.length === 0) return null;
  return (
    <section aria-label="Файлы занятия">
      <h3>
        Файлы <span>видны студентам и родителям</span>
      </h3>
      <div className="bd jg-files">
        {files && files.length > 0 && (
          <ul>
            {files.map((file) => (
              <FileRow
                key={file.id}
                {...{ file, timeZone }}
                onRemove={editable && !busy ? () => void remove(file) : undefined}
              />
            ))}
          </ul>
        )}
        {editable && <Adding disabled={busy} onAdd={(part, file) => void add(part, file)} />}
        <p className={said?.refused ? 'jg-file-said red' : 'jg-file-said t2'} aria-live="polite">
          {said?.text}
        </p>
      </div>
    </section>
  );
}

type FileRowProps = { file: LessonFileView; timeZone: string; onRemove: (() => void) | undefined };

/** The second press removes: a file that is gone does not come back. */
function FileRow({ file, timeZone, onRemove }: FileRowProps) {
  const [asking, setAsking] = useState(false);
  return (
    <li>
      <a href={fileHref(file.id)} download={file.name}>
        {file.name}
      </a>
      <span className="s t2">
        {partWords[file.part]}, {fileSize(file.size)}, {file.addedBy} {shortDateTime(new Date(file.addedAt), timeZone)}
      </span>
      {onRemove && !asking && (
        <button
          type="button"
          className="jg-link s"
          aria-label={`Убрать файл ${file.name}`}
          onClick={() => setAsking(true)}
        >
          убрать
        </button>
      )}
      {onRemove && asking && (
        <span className="s">
          Убрать совсем?{' '}
          <button type="button" className="jg-link" onClick={onRemove}>
            да, убрать
          </button>{' '}
          <button type="button" className="jg-link" onClick={() => setAsking(false)}>
            оставить
          </button>
        </span>
      )}
    </li>
  );
}

function Adding({ disabled, onAdd }: { disabled: boolean; onAdd: (part: FilePart, file: File) => void }) {
  const pick = (part: FilePart) => (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file) onAdd(part, file);
  };
  return (
    <p className="s">
      Приложить:
      {fileParts.map((part) => (
        <label key={part} className="jg-file-pick">
          <input type="file" accept={accepted} disabled={disabled} onChange={pick(part)} />
          <span>{partWords[part]}</span>
        </label>
      ))}
      <span className="t2">PDF, фото, Word, Excel, ODT, TXT до 20 МБ</span>
    </p>
  );
}
