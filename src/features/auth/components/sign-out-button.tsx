'use client';

import { useState } from 'react';
import { signOut } from '../sign-in';

export function SignOutButton() {
  const [leaving, setLeaving] = useState(false);

  async function leave() {
    if (leaving) return;
    setLeaving(true);
    await signOut();
  }

  return (
    <button type="button" className="strip-out" onClick={leave}>
      Выйти
    </button>
  );
}
