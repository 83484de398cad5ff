// Runs linkinator over a site; says what is broken, and what was reached.
import { createRequire } from "node:module";
import { json } from "node:stream/consumers";

const require = createRequire(`${process.cwd()}/`);
const { check } = require("linkinator");

const { root } = await json(process.stdin);
const { links } = await check({
  path: root,
  recurse: true,
  checkFragments: true,
  concurrency: 4,
  linksToSkip: async (link) => !link.startsWith(root),
});
const broken = links.filter(({ state }) => state === "BROKEN");
console.log(JSON.stringify({
  broken: broken.map(({ url, parent, status, failureDetails }) =>
    ({ to: url, on: parent ?? "", status, why: String(failureDetails?.[0]?.message ?? "") })),
  reached: links.filter(({ state }) => state === "OK").map(({ url }) => url),
}));
