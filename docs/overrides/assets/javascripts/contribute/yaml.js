// A record as YAML that the project reads back letter for letter: names and ids stand bare, everything else in double
// quotes. A test compares the text with that of macros/records/writing/yaml_text.py.

// Words that other readers of YAML take for true, false or null.
const GUESSED = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);
const BARE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$|^[1-9]\d{0,8}$|^(19|20)\d\d-\d\d(-\d\d)?$/;
// Marks that would join the last letter of an escape before them, and the file would no longer be in NFC.
const MARKS_AFTER_ESCAPE = /(\\(?:n|u[0-9A-F]{4}|U[0-9A-F]{8}))([\u0300-\u036f]+)/g;

/** The text of a file with one record, below a line that tells editors which schema it follows. */
export function yamlFile(modeline, record) {
  return [modeline, "", ...mapping(record, "- ", "  ")].join("\n") + "\n";
}

/** The lines of a record; the first begins differently from the others in a list. */
function mapping(record, first, indent) {
  return Object.entries(record).flatMap(([key, value], place) => {
    const start = place === 0 ? first : indent;
    if (Array.isArray(value)) {
      if (value.every((item) => typeof item === "string")) return [`${start}${key}: [${value.map(scalar).join(", ")}]`];
      return [`${start}${key}:`, ...value.flatMap((item) => mapping(item, `${indent}  - `, `${indent}    `))];
    }
    if (typeof value === "object") return [`${start}${key}:`, ...mapping(value, `${indent}  `, `${indent}  `)];
    return [`${start}${key}: ${scalar(value)}`];
  });
}

/** A text as YAML: bare where no reader can take it for anything else, in double quotes otherwise. */
function scalar(text) {
  if (BARE.test(text) && !GUESSED.has(text)) return text;
  const escaped = text
    .replace(/["\\]/g, (char) => `\\${char}`)
    .replaceAll("\n", "\\n")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFEFF]/gu, escape)
    .replace(MARKS_AFTER_ESCAPE, (found, before, marks) =>
      found === found.normalize("NFC") ? found : before + [...marks].map(escape).join(""),
    );
  return `"${escaped}"`;
}

/** A character by its number. */
function escape(char) {
  const code = char.codePointAt(0).toString(16).toUpperCase();
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
