/*
 * Answers for a page that is asked for without a network, and for nothing else: every page comes from the server, none is
 * kept (T-066, T-068). It reads how many values of the person wait in this browser (src/features/unsent); whose they are it
 * is told by the page, and remembers nothing but that number of the person.
 */
const database = 'vedomost-unsent';
const keptForMs = 24 * 3600 * 1000;
const ownerPlace = ['vedomost-worker', '/owner'];

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('message', (event) => event.waitUntil(rememberOwner(Number(event.data) || 0)));
self.addEventListener('fetch', (event) => {
  const { mode, method, destination, url } = event.request;
  const isPage = mode === 'navigate' && method === 'GET' && destination === 'document';
  if (isPage && !new URL(url).pathname.startsWith('/api/')) event.respondWith(answer(event.request));
});

async function answer(request) {
  try {
    return await fetch(request);
  } catch {
    return offlinePage(await keptOfOwner().catch(() => []));
  }
}

async function rememberOwner(person) {
  const [name, key] = ownerPlace;
  const cache = await caches.open(name);
  await cache.put(key, new Response(String(person)));
}

/** What the person's pages have left here; nothing of anybody else's. */
async function keptOfOwner() {
  const [name, key] = ownerPlace;
  const told = await (await caches.open(name)).match(key);
  const person = told ? Number(await told.text()) : 0;
  const databases = await indexedDB.databases();
  if (person === 0 || !databases.some((one) => one.name === database)) return [];
  const all = await readAll();
  return all.filter((one) => one.person === person && Date.now() - one.since < keptForMs);
}

function readAll() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const all = db.transaction('kept').objectStore('kept').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        db.close();
        resolve(all.result);
      };
    };
  });
}

function offlinePage(kept) {
  const nonce = crypto.randomUUID();
  return new Response(html(nonce, words(kept)), {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
    },
  });
}

function words(kept) {
  const count = kept.reduce((sum, { batch, edits }) => sum + (batch?.sent.length ?? 0) + edits.length, 0);
  if (count === 0) return '<p>Неотправленных записей в этом браузере нет.</p>';
  const until = new Date(Math.min(...kept.map(({ since }) => since)) + keptForMs);
  const shown = until.toLocaleString('ru-RU', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  return `<p><b>Не отправлено записей: ${count}.</b> Они хранятся в этом браузере и не пропадут.</p>
    <p>Когда связь вернётся, откройте ту же страницу журнала: записи уйдут сами. Хранятся до ${shown}.</p>`;
}

function html(nonce, text) {
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Нет связи · Ведомость</title>
<style nonce="${nonce}">
  body { margin: 0; background: #e3e8e5; color: #16201c; font: 15px/20px "PT Sans", system-ui, sans-serif; }
  header { padding: 8px 12px; background: #1c3f37; color: #fff; font-size: 17px; font-weight: 700; }
  main { max-width: 560px; margin: 32px auto; padding: 16px 20px 20px; background: #fff; border: 1px solid #cdd7d2; border-top: 3px solid #744600; }
  h1 { margin: 0 0 8px; font-size: 22px; line-height: 28px; }
  p { margin: 0 0 12px; }
  a { display: inline-block; padding: 6px 14px; border-radius: 2px; background: #1c3f37; color: #fff; font-weight: 700; text-decoration: none; }
  a:focus-visible { outline: 2px solid #1f2f8f; outline-offset: 2px; }
  @media (max-width: 600px) { main { margin: 0; border-left: 0; border-right: 0; } a { display: block; padding: 12px; text-align: center; } }
</style>
</head>
<body>
<header>Ведомость</header>
<main>
<h1>Нет связи с журналом</h1>
<p>Страница не открылась: нет сети или сервер пока не отвечает.</p>
${text}
<a href="">Открыть снова</a>
</main>
</body>
</html>`;
}
