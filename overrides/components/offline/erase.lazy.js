// Takes off the device what is kept for use without a network: this site's, and nobody else's.

/** Remove our caches and the worker that fills them; the next page that is opened keeps them anew. */
export async function forgetSite(root) {
  try {
    const ours = (name) => name.startsWith(`agir ${root} `);
    await Promise.all((await caches.keys()).filter(ours).map((name) => caches.delete(name)));
    await (await navigator.serviceWorker.getRegistration(root))?.unregister();
  } catch {
    // nothing could be kept here either
  }
}
