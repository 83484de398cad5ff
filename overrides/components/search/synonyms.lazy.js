// A query said otherwise: a name that it holds gives way to the other names of the same entry.
import { stem } from "./language.lazy.js";

const MOST = 6;

/**
 * `versions(query)` gives the same list of words with its longest name replaced, by each other
 * name. A name of one word must be that word: "planner" is not another name for a plan.
 */
export function rewording({ entries, lang }) {
  const stems = (words) => words.map((word) => stem(word, lang));
  const groups = entries.map(({ synonyms }) => synonyms.map((words) => ({ words, stems: stems(words) })));

  return (query) => {
    const roots = stems(query);
    const places = [];
    for (const group of groups)
      for (const name of group) {
        const [said, asked] = name.words.length > 1 ? [name.stems, roots] : [name.words, query];
        const start = asked.findIndex((_, at) => said.every((part, step) => asked[at + step] === part));
        if (start >= 0) places.push({ start, name, group });
      }
    const longest = Math.max(...places.map(({ name }) => name.words.length));
    const replaced = ({ start, name, group }) =>
      group.filter((other) => other !== name).map(({ words }) =>
        [...query.slice(0, start), ...words, ...query.slice(start + longest)]);
    return places.filter(({ name }) => name.words.length === longest).flatMap(replaced).slice(0, MOST);
  };
}
