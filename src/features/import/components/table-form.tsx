'use client';

import { useRouter } from 'next/navigation';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { Notice } from '@/ui/notice';
import { sendTable } from '../client/send-table';

/** A place for a file, dropped, chosen or pasted as text from a spreadsheet; what it leads to is the check. */
export function TableForm({ kind }: { kind: string }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [text, setText] = useState('');

  async function send(name: string, body: Blob, pasted: boolean) {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const sent = await sendTable({ kind, name, pasted, body });
    setBusy(false);
    if (!sent.ok) return setFailure(sent.message);
    router.push(`/study/import/${sent.id}`);
  }
  const sendFile = (file: File | undefined) => file && void send(file.name, file, false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    sendFile(event.dataTransfer.files[0]);
  };
  const paste = (event: ClipboardEvent) => {
    const file = event.clipboardData.files[0];
    if (!file || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    sendFile(file);
  };

  return (
    <div className="import-form">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a comfort, the button inside does the same */}
      <div
        className={classNames('import-drop', over && 'is-over')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label="Файл таблицы"
          accept=".xlsx,.csv,.txt,.tsv"
          onChange={(event) => {
            sendFile(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button look="main" aria-disabled={busy || undefined} onClick={() => input.current?.click()}>
          {busy ? 'Отправляем…' : 'Выбрать файл'}
        </Button>
        <span className="aside-note">или перетащите его сюда: XLSX или CSV до 20 МБ, кодировку определим сами</span>
      </div>
      <div className="field">
        <label htmlFor="pasted-table">Или вставьте строки из Excel вместе с названиями столбцов</label>
        <textarea
          id="pasted-table"
          className="input"
          rows={4}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={paste}
          spellCheck={false}
        />
      </div>
      {text.trim() !== '' && (
        <Button
          aria-disabled={busy || undefined}
          onClick={() => void send('вставленные строки', new Blob([text]), true)}
        >
          Проверить вставленное
        </Button>
      )}
      <div role="status">{failure && <Notice kind="error">{failure}</Notice>}</div>
    </div>
  );
}
