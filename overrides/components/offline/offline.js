// Once the page is there and idle, has the device keep the site (offline.lazy.js); not in the preview.
const { offline, root } = document.getElementById("main").dataset;
const keep = () => import(new URL(offline, location.href)).then(({ wake }) => wake(new URL(root, location.href).href));
const soon = self.requestIdleCallback ?? setTimeout;
if (offline) addEventListener("load", () => soon(keep, { timeout: 3000 }));
