import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Ведомость', template: '%s · Ведомость' },
  description: 'Электронный журнал',
  robots: { index: false, follow: false },
  referrer: 'same-origin',
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { themeColor: '#1c3f37', width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request: each response carries its own nonce (T-065).
  await connection();
  return (
    <html lang="ru">
      <body>{children}</body>
    </html>
  );
}
