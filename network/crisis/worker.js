// Keeps one page and its styles, and shows it when a page below /krise/ cannot be reached,
// also for a question that was sent there; the question itself is not kept.
// KEPT (version, page, assets) stands above, written by the server. Nothing else is ever kept,
// and nothing is fetched with a cookie.
const STORE = `krise-${KEPT.version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(() => kept(KEPT.page)));
  } else if (KEPT.assets.includes(path)) {
    event.respondWith(fetch(event.request).catch(() => kept(path)));
  }
});

async function keep() {
  const store = await caches.open(STORE);
  await store.addAll(
    [KEPT.page, ...KEPT.assets].map(
      (address) => new Request(address, { credentials: "omit", cache: "reload" }),
    ),
  );
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("krise-") && name !== STORE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function kept(address) {
  const store = await caches.open(STORE);
  return (await store.match(address)) || Response.error();
}
