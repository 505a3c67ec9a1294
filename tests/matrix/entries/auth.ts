import { always, everybody } from '../../support/matrix-actors';
import type { Entries } from '../../support/matrix-entries';

/** Sign-in and sign-out ask for next-auth's own token of the form; the identity tests go through with it. */
export const auth: Entries = {
  'GET /api/auth/[...nextauth]': {
    targeted: false,
    example: () => ({ params: { nextauth: 'session' } }),
    expect: everybody(always('ok')),
  },
  'GET /api/auth/[...nextauth] · not offered': {
    targeted: false,
    example: () => ({ params: { nextauth: 'verify-request' } }),
    expect: everybody(always('hidden')),
  },
  'POST /api/auth/[...nextauth] · without its token': {
    targeted: false,
    example: () => ({ params: { nextauth: 'callback/credentials' }, body: 'login=CNRY&password=CNRY' }),
    expect: everybody(always('forbidden')),
  },
  'POST /api/auth/[...nextauth] · not offered': {
    targeted: false,
    example: () => ({ params: { nextauth: 'session' }, body: {} }),
    expect: everybody(always('hidden')),
  },
};
