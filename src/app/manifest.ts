import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Ведомость',
    short_name: 'Ведомость',
    description: 'Электронный журнал',
    lang: 'ru',
    start_url: '/',
    display: 'browser',
    background_color: '#1c3f37',
    theme_color: '#1c3f37',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
