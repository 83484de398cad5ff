// What an agenda can be made of, from questions.<lang>.json: where it is and what it is called. No
// page, no storage.

/**
 * Map id -> { text, url, page, kind, minutes, more }: questions, sheets, pages and their sections,
 * tools, points of ready workshops. `urlOf(path, id)` makes addresses.
 */
export function placesIn({ pages, sheets, pieces, workshops, named }, urlOf) {
  const places = new Map(sheets.map(({ id, title, url, minutes }) => [id, { text: title, url: urlOf(url), minutes }]));
  for (const { title, url, questions } of pages)
    for (const [id, text] of Object.entries(questions)) places.set(id, { text, url: urlOf(url, id), page: title });
  for (const { id, title, url } of pages) places.set(`${id}.questions`, { text: `${title} – ${named.questions}`, url: urlOf(url, "questions") });
  for (const { id, title, url, kind, minutes, sections = {} } of pieces) {
    places.set(id, { text: title, url: urlOf(url), kind, minutes });
    for (const [section, text] of Object.entries(sections)) places.set(section, { text, url: urlOf(url, section), page: title });
  }
  for (const { title, url, points } of workshops)
    for (const { id, title: text, minutes, uses, questions = [] } of points) {
      const used = places.get(uses);
      const more = [...(used ? [`${named.uses} ${used.text}`] : []), ...questions.flatMap((one) => places.get(one)?.text ?? [])];
      places.set(id, { text, url: urlOf(url, id), minutes, page: title, more });
    }
  return places;
}
