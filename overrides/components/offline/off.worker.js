// The worker of a site that keeps nothing for use offline: it removes what another left, and itself.
const OURS = `agir ${new URL("./", self.location).href} `;

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
