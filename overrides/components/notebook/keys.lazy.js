// All that this site keeps on the device, key by key, as text: what notebooks are made of.
import { ours, PREFIX, unsaved } from "./store.shared.js";

function kept(start) {
  const found = new Map();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) found.set(key, localStorage.getItem(key));
  } catch {
    // storage is closed to us
  }
  return found;
}

/**
 * The same of pages that were left before their modules came (page/waking.js), which no notebook has yet, and of the
 * language that was chosen (page/page.js).
 */
export const left = () => kept("agir-l");

/** Key -> text of all that is ours, on the device or waiting for room. */
export function texts() {
  const found = kept(PREFIX);
  for (const [key, text] of unsaved) found.set(key, text);
  return found;
}

const tell = () => ours.dispatchEvent(new CustomEvent("kept", { detail: null }));

/** Keep texts as they are, by key; what finds no room waits until the page closes. */
export function put(all) {
  for (const [key, text] of all)
    try {
      localStorage.setItem(key, text);
      unsaved.delete(key);
    } catch {
      unsaved.set(key, text);
    }
  tell();
}

/** Take keys away; the room they leave is for what waits. */
export function remove(keys) {
  for (const key of keys) {
    unsaved.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      // it was never there
    }
  }
  if (keys.length) put([...unsaved]);
}

/** Whether the device lets us keep anything at all. */
export function isOpenToUs() {
  try {
    return localStorage.length >= 0;
  } catch {
    return false;
  }
}
