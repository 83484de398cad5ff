// What the search of each language knows: title, summary, text.
const plain = (text) => text.replace(/\(entry:[^)]*\)|[[\]*]|^- /gm, "");

export const data = {
  pagination: { data: "sites", size: 1, alias: "site" },
  permalink: ({ site }) => `${site.root}search.json`,
};

export function render({ site }) {
  return JSON.stringify(
    [...site.sections, ...site.entries].map(({ title, url, summary, body, parts, questions }) => ({
      title, url, summary,
      text: body ? plain([body, ...parts.flatMap((part) => [part.title, part.body]), ...questions].join(" ")) : "",
    })),
  );
}
