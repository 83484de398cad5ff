// The service worker: pages come from the version of the site in use, one page view from one version.
import { forget, keep, nameOf, NETWORK, ROOT, siteOf, use, versionOf } from "./kept.worker.js";

const NAME = nameOf(RELEASE.digest); // RELEASE: pack, digest, size, words, lost; the build writes it above
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

/** The pages that are open, those that came before the worker included. */
async function shown() {
  const found = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return found.map((client) => client.id);
}

addEventListener("install", (event) => event.waitUntil(keep(RELEASE)));

addEventListener("activate", (event) =>
  event.waitUntil(shown().then((pages) => use(NAME, pages)).then((first) => first && self.clients.claim())),
);

addEventListener("message", ({ data, ports }) => {
  if (data === "use") self.skipWaiting();
  else ports[0]?.postMessage(RELEASE.words[data]);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  if (request.mode === "navigate") {
    event.respondWith(page(request));
  } else {
    event.respondWith(part(request, event.clientId));
    event.waitUntil(tidy(event.clientId));
  }
});

const tidied = new Set(); // the pages since which nothing is left to remove, as long as the worker lives

/** When a page loads a part, the one before it is gone, or soon; its version may go with it. */
async function tidy(client) {
  if (tidied.has(client)) return;
  try {
    if (await forget(NAME, await shown())) tidied.add(client);
  } catch {} // storage may be closed to us by now
}

const pathOf = (url) => url.slice(ROOT.length).replace(/[?#].*$/, ""); // ours are plain letters
const fileOf = (path) => (!path || path.endsWith("/") ? `${path}index.html` : path);

function answer(site, path, status = 200) {
  const type = TYPES[path.split(".").pop()];
  return new Response(site.file(path), { status, headers: { ...site.headers, "Content-Type": type } });
}

/** A page that somebody goes to. */
async function page(request) {
  const path = pathOf(request.url);
  const site = await siteOf(NAME);
  if (!site) return fetch(request);
  if (site.has(fileOf(path))) return answer(site, fileOf(path));
  if (site.has(`${path}/index.html`)) return Response.redirect(`${ROOT}${path}/`);
  try {
    return await fetch(request);
  } catch {
    return answer(site, RELEASE.lost[path.startsWith("en/") ? "en" : "fr"], 404);
  }
}

/** What an open page loads: from the version that it is of. */
async function part(request, client) {
  const path = fileOf(pathOf(request.url));
  const version = await versionOf(NAME, client);
  const site = await siteOf(version || NAME);
  if (version === NETWORK || !site?.has(path)) {
    try {
      return await fetch(request);
    } catch (error) {
      if (!site?.has(path)) throw error;
    }
  }
  return answer(site, path);
}
