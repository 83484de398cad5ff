// Once the page is there and idle, has the device keep the site; not in the preview. A browser that
// refuses does without: private windows, policies, no HTTPS.
const { offline, root } = document.getElementById("main").dataset;

async function keep() {
  if (navigator.connection?.saveData) return;
  const address = new URL("sw.js", new URL(root, location.href)).href;
  const policy = self.trustedTypes?.createPolicy("agir", { createScriptURL: () => address });
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL("") ?? address);
  // The first version needs no telling.
  const look = () => navigator.serviceWorker.controller && import("./offline.lazy.js").then(({ watch }) => watch(registration));
  registration.addEventListener("updatefound", look);
  look();
}

const soon = self.requestIdleCallback ?? setTimeout;
if (offline !== undefined) addEventListener("load", () => soon(() => keep().catch(() => {}), { timeout: 3000 }));
