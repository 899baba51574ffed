// Feeds as an outline (OPML 2.0), which feed readers import.

/** An outline of feeds, each with its name, its address and its page. */
export function opml(title, feeds) {
  const lines = feeds.map(
    ({ name, feed, page }) =>
      `<outline type="rss" text="${escaped(name)}" title="${escaped(name)}" xmlUrl="${escaped(feed)}" htmlUrl="${escaped(page)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `<head><title>${escaped(title)}</title></head>`,
    "<body>",
    ...lines,
    "</body>",
    "</opml>",
    "",
  ].join("\n");
}

function escaped(text) {
  const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (char) => named[char]);
}
