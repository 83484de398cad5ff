// A link into something folded opens it; one to a place that is not on this page may have moved to
// another one.
const { anchors, root } = document.getElementById("main").dataset;

/** Go to the place that the address names. */
export async function go() {
  const id = location.hash.slice(1); // our ids are plain letters: nothing to decode
  if (!id || id.includes("=")) return; // what search and shared notebooks write there names no place
  const target = document.getElementById(id);
  if (target) {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    return target.scrollIntoView();
  }
  const places = await (await fetch(anchors)).json();
  if (Object.hasOwn(places, id)) location.replace(root + places[id]);
}
