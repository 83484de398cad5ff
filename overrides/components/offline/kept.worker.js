// The versions of the site that this device keeps: one Cache each, named by the digest of its pack.
// A Cache has the unpacked pack, and, once the version was in use, which pages are of other ones.
import { unlzma } from "./lzma.worker.js";
import { opened } from "./pack.worker.js";

export const ROOT = new URL("./", self.location).href;
const OURS = `agir ${ROOT} `; // other sites of the same host have theirs
const SITE = `${ROOT}?site`;
const PAGES = `${ROOT}?pages`;
export const NETWORK = ""; // the version of pages that came from there

export const nameOf = (digest) => OURS + digest;
const others = async (name) => (await caches.keys()).filter((one) => one.startsWith(OURS) && one !== name);

/** Fetch a version, unless it is here already. Rejects, with nothing kept, when it is not whole. */
export async function keep({ pack, digest, size }) {
  const name = nameOf(digest);
  const cache = await caches.open(name);
  if (await cache.match(SITE)) return;
  try {
    const { quota, usage } = await navigator.storage.estimate();
    if (quota - usage < 4 * size) throw new Error("no room");
    const packed = await (await fetch(ROOT + pack, { cache: "no-store" })).arrayBuffer();
    if (hex(await crypto.subtle.digest("SHA-256", packed)) !== digest) throw new Error("not the pack");
    await cache.put(SITE, new Response(unlzma(new Uint8Array(packed), size)));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

const sites = new Map(); // name -> promise of what it holds, as long as the worker lives

/** A version of the site, undefined when the device keeps it no more. */
export function siteOf(name) {
  if (!sites.has(name)) sites.set(name, fromCache(name));
  return sites.get(name);
}

async function fromCache(name) {
  try {
    const found = await caches.match(SITE, { cacheName: name }); // opening one would make it
    return found ? opened(new Uint8Array(await found.arrayBuffer())) : undefined;
  } catch {
    return undefined; // storage is closed to us
  }
}

const noteOf = async (name) => (await caches.match(PAGES, { cacheName: name }))?.json();

let pages; // promise of { since, of: id of a page -> name of its version }

/** The version that an open page came from; undefined for the one in use. */
export async function versionOf(name, page) {
  pages ??= noteOf(name).catch(() => undefined);
  return (await pages)?.of[page];
}

/** Put a version to use; the pages `shown` now stay with theirs. Says whether it is the first. */
export async function use(name, shown) {
  const notes = [];
  for (const other of await others(name)) {
    const note = await noteOf(other);
    if (note) notes.push({ other, ...note });
  }
  const last = notes.sort((a, b) => b.since - a.since)[0];
  const of = Object.fromEntries(shown.map((page) => [page, last ? (last.of[page] ?? last.other) : NETWORK]));
  pages = Promise.resolve({ since: Date.now(), of });
  await (await caches.open(name)).put(PAGES, Response.json(await pages));
  await forget(name, shown);
  return !last;
}

/** Remove the versions that none of the pages `shown` is of. Says whether all others are gone.
 * One that is still to be used stays. */
export async function forget(name, shown) {
  const { installing, waiting } = self.registration;
  const used = await Promise.all(shown.map((page) => versionOf(name, page)));
  let all = true;
  for (const other of await others(name)) {
    const isNext = (installing || waiting) && !(await noteOf(other));
    if (used.includes(other) || isNext) all = false;
    else await caches.delete(other);
  }
  return all;
}
