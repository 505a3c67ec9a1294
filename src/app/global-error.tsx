'use client';

import './globals.css';
import ErrorPage from './error';

type Failure = { error: Error & { digest?: string }; reset: () => void };

/** The last resort, when the root layout itself fails. */
export default function GlobalError(props: Failure) {
  return (
    <html lang="ru">
      <head>
        <title>Страница не открылась</title>
      </head>
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
