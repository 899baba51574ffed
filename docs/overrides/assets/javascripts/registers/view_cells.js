// The rows of a view as texts, for the files that a reader downloads.

/**
 * The texts of the heads and of the rows found, each with the address of its record at the end.
 *
 * @param head the row of the column heads
 * @param address the head of the column of addresses
 * @param rows the rows found
 */
export function viewCells(head, address, rows) {
  const titles = [...head.cells].map((cell) => cell.textContent.trim());
  const lines = rows.map(({ element }) => {
    const target = element.querySelector("a.record-link")?.href ?? new URL(`#${element.id}`, location).href;
    return [...[...element.cells].map(cellText), target];
  });
  return [[...titles, address], ...lines];
}

/** A cell's text: dates in ISO 8601, lines joined, without what only screen readers get. */
function cellText(cell) {
  const copy = cell.cloneNode(true);
  for (const hidden of copy.querySelectorAll(".visually-hidden")) hidden.remove();
  for (const time of copy.querySelectorAll("time")) time.replaceWith(time.dateTime);
  for (const line of copy.querySelectorAll("br")) line.replaceWith("; ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}
