// Rows as a CSV file for spreadsheets.

// The byte order mark makes spreadsheets read the file as UTF-8.
const MARK = "\uFEFF";

/**
 * The text of a CSV file.
 *
 * @param lines the lines, each a list of texts
 * @param guarded code points that begin a formula, as macros/base/spreadsheet.py prints them into the page
 */
export function csv(lines, guarded) {
  const formulas = new Set(guarded.split(" ").map(Number));
  const line = (values) => `${values.map((value) => quoted(value, formulas)).join(",")}\r\n`;
  return MARK + lines.map(line).join("");
}

/** A value as it stands in the file; an apostrophe keeps a spreadsheet from running it, or what follows a semicolon. */
function quoted(text, formulas) {
  const begun = formulas.has(text.codePointAt(0)) ? `'${text}` : text;
  const parts = begun.split(";");
  const safe = parts.map((part, n) => (n && formulas.has(part.trimStart().codePointAt(0)) ? `'${part}` : part)).join(";");
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
