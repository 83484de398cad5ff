// What pages are made of: the YAML files of data/, read once a build.
import { readFileSync, readdirSync } from "node:fs";
import yaml from "js-yaml";

const read = (path) => yaml.load(readFileSync(path, "utf8"));
const all = (folder) =>
  readdirSync(folder)
    .map((name) => read(`${folder}/${name}`))
    .sort((one, other) => one.weight - other.weight);

function site(lang, root) {
  const words = read(`data/${lang}/words.yml`);
  const sections = all(`data/${lang}/sections`).map((one) => ({ ...one, url: `${root}${one.id}/` }));
  const entries = all(`data/${lang}/entries`).map((one) => ({ ...one, url: `${root}${one.section}/${one.id}/` }));
  const byId = new Map([...sections, ...entries].map((one) => [one.id, one]));
  for (const section of sections) section.entries = entries.filter((one) => one.section === section.id);
  return { lang, root, words, sections, entries, byId };
}

export function sites() {
  return [site("fr", "/"), site("en", "/en/")];
}

export function pages(sites) {
  return sites.flatMap((site) => {
    const other = sites.find((one) => one !== site);
    const path = (url) => url.slice(site.root.length);
    const page = (kind, one) => ({
      ...one, kind, site, other: { lang: other.lang, name: other.words.name, url: other.root + path(one.url) },
    });
    return [
      page("home", { title: "Agir ensemble", url: site.root }),
      ...site.sections.map((one) => page("section", { ...one, section: one.id })),
      ...site.entries.map((one) => page("entry", one)),
    ];
  });
}
