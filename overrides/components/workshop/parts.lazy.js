// What the rows of a workshop stand for, on their pages.
import { pageAt } from "../page/added.lazy.js";
import { pointIn } from "../slides/ideas.lazy.js";

async function load(address) {
  const [url, id] = address.split("#");
  return { url, id, root: await pageAt(url) };
}

/** The page, its address and the place on it that an address leads to, or what the point there uses; and what it asks. */
export async function pieceAt(address) {
  const here = await load(address);
  const { questions, uses } = pointIn(here.root, here.url, here.id);
  return { questions, ...(uses ? await load(uses) : here) };
}
