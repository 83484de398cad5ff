// What the rows of a workshop stand for, on their pages.
import { pageAt } from "../page/added.lazy.js";
import { pointIn } from "../slides/ideas.lazy.js";

/**
 * A reader of rows, which asks for each page once: address -> the page, its address and the place
 * on it that the address leads to, or what the point there uses; what it asks, and its element.
 */
export function pieceReader() {
  const pages = new Map();
  async function load(address) {
    const [url, id] = address.split("#");
    if (!pages.has(url)) pages.set(url, pageAt(url));
    return { url, id, root: await pages.get(url) };
  }
  return async (address) => {
    const here = await load(address);
    const { questions, uses } = pointIn(here.root, here.url, here.id);
    const place = here.id ? here.root.getElementById(here.id) : null;
    return { questions, place, ...(uses ? await load(uses) : here) };
  };
}
