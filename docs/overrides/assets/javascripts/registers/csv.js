// Rows of a register as a CSV file for spreadsheets.

// The byte order mark makes spreadsheets read the file as UTF-8.
const MARK = "\uFEFF";

/**
 * The rows as the text of a CSV file, each with the address of its record at the end.
 *
 * @param head the row of the column heads
 * @param address the head of the column of addresses
 * @param rows the rows found
 * @param guarded code points that begin a formula, as macros/base/spreadsheet.py prints them into the page
 */
export function csv(head, address, rows, guarded) {
  const formulas = new Set(guarded.split(" ").map(Number));
  const titles = [...head.cells].map((cell) => cell.textContent.trim());
  const lines = rows.map(({ element }) => {
    const target = element.querySelector("a.record-link")?.href ?? new URL(`#${element.id}`, location).href;
    return [...[...element.cells].map(cellText), target];
  });
  const line = (values) => `${values.map((value) => quoted(value, formulas)).join(",")}\r\n`;
  return MARK + [[...titles, address], ...lines].map(line).join("");
}

/** A value as it stands in the file; an apostrophe keeps a spreadsheet from running it, or what follows a semicolon. */
function quoted(text, formulas) {
  const begun = formulas.has(text.codePointAt(0)) ? `'${text}` : text;
  const parts = begun.split(";");
  const safe = parts.map((part, n) => (n && formulas.has(part.trimStart().codePointAt(0)) ? `'${part}` : part)).join(";");
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell's text: dates in ISO 8601, lines joined, without what only screen readers get. */
function cellText(cell) {
  const copy = cell.cloneNode(true);
  for (const hidden of copy.querySelectorAll(".visually-hidden")) hidden.remove();
  for (const time of copy.querySelectorAll("time")) time.replaceWith(time.dateTime);
  for (const line of copy.querySelectorAll("br")) line.replaceWith("; ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}
