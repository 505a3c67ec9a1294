'use client';

import { type KeyboardEvent, useState } from 'react';
import { Sign } from '@/ui/sign';

type Props = { id?: string; label?: string; autoComplete?: 'current-password' | 'new-password' };

/** A password with «Показать», and a hint while Caps Lock or the Russian layout is on. */
export function PasswordLine({ id = 'password', label = 'Пароль', autoComplete = 'current-password' }: Props) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [russian, setRussian] = useState(false);

  function watchKeys(event: KeyboardEvent<HTMLInputElement>) {
    setCapsLock(event.getModifierState('CapsLock'));
    if (event.key.length === 1 && /\p{L}/u.test(event.key)) setRussian(/[а-яё]/i.test(event.key));
  }

  const hint = [capsLock && 'включён Caps Lock', russian && 'сейчас включена русская раскладка'].filter(Boolean);
  return (
    <>
      <div className="label-field">
        <label htmlFor={id}>{label}</label>
        <div className="label-line">
          <input
            id={id}
            name={id}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={512}
            required
            aria-describedby={`${id}-hint`}
            onKeyDown={watchKeys}
            onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
          />
          <button type="button" className="label-show" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Скрыть' : 'Показать'}
          </button>
        </div>
      </div>
      <div id={`${id}-hint`} role="status">
        {hint.length > 0 && (
          <p className="label-hint">
            <Sign kind="attention" />
            Проверьте: {hint.join(', ')}
          </p>
        )}
      </div>
    </>
  );
}
