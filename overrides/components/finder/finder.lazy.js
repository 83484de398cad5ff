// Wakes the finder: filters act on the results at once, and stand in the page's address.
export function wake(form) {
  const results = [...document.querySelectorAll(".results > li")];
  const groups = [...document.querySelectorAll(".finder-group")];
  const count = document.querySelector(".finder-count");
  const whole = count.textContent;

  // Spans such as "10-30", or "76-" without an end; what is unknown stays in sight.
  const overlap = (...spans) => {
    const [one, other] = spans.map((span) => span.split("-").map((end) => Number(end) || Infinity));
    return spans.includes("") || (one[0] <= other[1] && other[0] <= one[1]);
  };
  const passes = {
    step: (one, value) => one.step.split(" ").includes(value),
    condition: (one, value) => one.condition.split(" ").includes(value),
    language: (one, value) => one.language.split(" ").includes(value),
    kind: (one, value) => one.kind === value,
    minutes: (one, value) => overlap(one.minutes, value),
    people: (one, value) => overlap(one.people, value),
  };

  const chosen = () => [...new FormData(form)].filter(([, value]) => value);

  function show() {
    const filters = chosen();
    let shown = 0;
    for (const result of results) {
      result.hidden = !filters.every(([name, value]) => passes[name](result.dataset, value));
      shown += !result.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector(".results > li:not([hidden])");
    const said = form.dataset;
    count.textContent = !filters.length ? whole : !shown ? said.none : shown === 1 ? said.one : said.many.replace("{n}", shown);
  }

  function read() {
    const wanted = new URLSearchParams(location.search);
    for (const field of form.elements) if (field.name) field.value = wanted.get(field.name) ?? "";
    for (const field of form.elements) if (field.name && field.selectedIndex < 0) field.value = "";
    show();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.querySelector(".results > li:not([hidden]) a")?.focus();
  });
  form.addEventListener("change", () => {
    const query = new URLSearchParams(chosen()).toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    show();
  });
  form.addEventListener("reset", () => {
    history.pushState(null, "", location.pathname);
    setTimeout(show);
  });
  addEventListener("popstate", read);
  read();
}
