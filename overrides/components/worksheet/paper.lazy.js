// A worksheet on paper, filled in or blank, and as a table for Word.

/** Print this table alone. */
export function printed(element, isBlank) {
  element.classList.add("alone");
  element.classList.toggle("vierge", isBlank);
  addEventListener("afterprint", () => element.classList.remove("alone", "vierge"), { once: true });
  print();
}

/** A table of plain cells, and the same as lines with tabs between: [element, text]. */
export function asTable(table, columns, rows) {
  const whole = document.createElement("table");
  whole.border = "1";
  const said = ({ id, choices }, row) => {
    const text = row.cells[id] ?? "";
    return [...(choices?.content.querySelectorAll("option") ?? [])].find(({ value }) => value === text)?.text ?? text;
  };
  const kept = rows.filter((row) => Object.keys(row.cells).length);
  const lines = [columns.map(({ title }) => title), ...kept.map((row) => columns.map((column) => said(column, row)))];
  whole.createCaption().textContent = table.caption.textContent;
  for (const [i, texts] of lines.entries()) {
    const line = whole.insertRow();
    for (const text of texts) {
      const cell = line.appendChild(document.createElement(i ? "td" : "th"));
      for (const [j, part] of text.split("\n").entries()) cell.append(...(j ? [document.createElement("br"), part] : [part]));
    }
  }
  const flat = (text) => text.replace(/\s*[\t\n]\s*/g, " ");
  return [whole, lines.map((texts) => texts.map(flat).join("\t")).join("\n")];
}
