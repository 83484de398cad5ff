// A link to a place that is not on this page: it may have moved to another one.
const { anchors, root } = document.querySelector("[data-anchors]").dataset;
const find = async () => {
  const id = location.hash.slice(1); // ids are plain letters: nothing to decode
  if (!id || id.includes("=") || document.getElementById(id)) return;
  const places = await (await fetch(anchors)).json();
  if (Object.hasOwn(places, id)) location.replace(root + places[id]);
};
addEventListener("hashchange", find);
find();
