// The site of the corpus: pages from data/, only text fields see Markdown, one menu a section.
import markdownIt from "markdown-it";
import { pages, sites } from "./content.js";

const markdown = markdownIt();
// Links in texts name an entry; its address depends on the language.
markdown.renderer.rules.link_open = (tokens, at, options, env, self) => {
  const href = tokens[at].attrGet("href");
  if (href.startsWith("entry:")) {
    tokens[at].attrSet("href", env.byId.get(href.slice(6)).url);
  }
  return self.renderToken(tokens, at, options);
};
const escaped = markdown.utils.escapeHtml;

function menu(site, current) {
  const items = site.sections.map((section) => {
    const here = section.id === current;
    const link = `<a href="${section.url}"${here ? ' aria-current="true"' : ""}>${escaped(section.title)}</a>`;
    return `<li>${link}</li>`;
  });
  return `<nav aria-label="${escaped(site.words.menu)}">\n<ul>\n${items.join("\n")}\n</ul>\n</nav>`;
}

export default function (config) {
  const menus = new Map();
  let built;
  config.on("eleventy.before", () => {
    menus.clear();
    built = undefined;
  });
  config.addPassthroughCopy({ "src/style.css": "style.css" });
  config.addGlobalData("sites", () => (built ??= sites()));
  config.addGlobalData("pages", () => pages((built ??= sites())));
  config.addFilter("markdown", (text, site) => markdown.render(text, site));
  config.addFilter("entry", (id, site) => site.byId.get(id));
  config.addFilter("menu", (site, current) => {
    const key = `${site.lang} ${current}`;
    if (!menus.has(key)) menus.set(key, menu(site, current));
    return menus.get(key);
  });
  return { dir: { input: "src", output: "_site" } };
}
