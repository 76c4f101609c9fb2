// Keeps the public belkaart for when there is no network. Only that one page: every other request
// goes past it, and so does the page itself as long as the network answers. Logging out throws
// everything away (Clear-Site-Data).
"use strict";
const BEWAAR = "belkaart";
const HIER = new URL("belkaart", self.location).pathname;
const LOS = new URL("belkaart/los", self.location).pathname;

// The page and what it asks for; when the session ended, what was kept stays as it is.
async function keep() {
  const answer = await fetch(LOS, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return;
  const cache = await caches.open(BEWAAR);
  const links = [...(await answer.clone().text()).matchAll(/<link [^>]*href="([^"]+)"/g)];
  await cache.addAll(links.map((link) => link[1].replaceAll("&amp;", "&")));
  await cache.put(LOS, answer);
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keep());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "bewaar") event.waitUntil(keep());
});
self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  const kept = pathname === HIER || pathname === LOS ? LOS : event.request;
  const ours = event.request.mode === "navigate" ? kept === LOS : pathname.startsWith("/static/");
  if (event.request.method !== "GET" || !ours) return;
  event.respondWith(
    fetch(event.request).catch(async () => (await caches.match(kept)) ?? Response.error()),
  );
});
