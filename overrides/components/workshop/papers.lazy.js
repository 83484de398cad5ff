// A workshop on paper with what it hands out: the run sheet, then each handout once.
import { fromRoot, pageAt } from "../page/added.lazy.js";
import { printed } from "../page/printing.lazy.js";
import { element, fill } from "../page/words.shared.js";
import { pieceReader } from "./parts.lazy.js";

/** The address of the handout that the page of a row leads to; none for a page that has no handout. */
function handoutOn({ root, url }, folder) {
  const links = Array.from(root.querySelectorAll("main a"), (link) => new URL(link.getAttribute("href"), url).href);
  return links.find((link) => link.startsWith(folder));
}

async function handoutAt(address) {
  const root = await pageAt(address);
  for (const link of root.links) link.href = new URL(link.getAttribute("href"), address).href;
  return element("section", [...root.getElementById("main").childNodes], { className: "handout" });
}

const got = (settled) => settled.flatMap(({ value }) => value ?? []);

/** Print the run sheet of a workshop and its handouts; says how many could not be read. */
export async function printAll({ at, agenda, words }) {
  const folder = fromRoot(words.handouts).href;
  const pieceAt = pieceReader();
  const urls = agenda.rows.map(({ url }) => url).filter(Boolean);
  const asked = await Promise.allSettled(urls.map(async (url) => handoutOn(await pieceAt(url), folder)));
  const addresses = new Set(got(asked));
  const read = await Promise.allSettled(Array.from(addresses, handoutAt));
  at(".handouts").replaceChildren(...got(read));
  const missing = [...asked, ...read].filter(({ status }) => status === "rejected").length;
  const told = missing ? words.papersMissing : words.papers;
  at(".tool-status").textContent = fill(told, { n: addresses.size, missing });
  printed("papers");
}
