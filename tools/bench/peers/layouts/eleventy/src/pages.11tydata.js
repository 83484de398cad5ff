export default {
  layout: "base.njk",
  pagination: { data: "pages", size: 1, alias: "item", addAllPagesToCollections: false },
  permalink: (data) => `${data.item.url}index.html`,
};
