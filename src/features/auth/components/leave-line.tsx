'use client';

import { signOut } from '../sign-in';

/** Ways out of the page of the password: the journal, where it is open, and the sign-out. */
export function LeaveLine({ back }: { back: boolean }) {
  return (
    <p className="label-help label-ways">
      {back && <a href="/">Вернуться в журнал</a>}
      <button type="button" className="label-show" onClick={() => void signOut()}>
        Выйти
      </button>
    </p>
  );
}
