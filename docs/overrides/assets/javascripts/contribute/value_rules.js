// The rules of the data check for a single value. Each problem is [rule, details for its message].
import { codePoint } from "./characters.js";
import { days } from "./dates.js";
import { lookalikes } from "./lookalikes.js";

// As in the model: a whole number has at most nine digits.
const WHOLE_NUMBER = /^\d{1,9}$/;
const LONGEST_SHOWN = 80;

/**
 * The problems of a value.
 *
 * @param value the text
 * @param shape the shape of its control
 * @param path its place in the record
 * @param limits what it may be: `length`, `minimum`, `maximum`, `pattern`; each may be missing
 * @param characters those that no text may hold
 */
export function* valueProblems({ value, shape, path, limits }, characters) {
  const refused = [...new Set(value)].filter((char) => characters.rule(char));
  for (const char of refused) yield [characters.rule(char), { found: codePoint(char) }];
  // What its author did not see would make other messages about the text confusing.
  if (refused.length) return;
  for (const [char, meant] of lookalikes(value)) {
    yield ["look-alike", { found: `${char} (${codePoint(char)})`, allowed: meant }];
    return;
  }
  const found = shorten(value);
  if (shape === "date" && !days(value)) yield ["date", { found }];
  if (shape === "count") yield* countProblems(value, found, limits);
  const length = [...value].length;
  if (limits.length && length > limits.length) {
    yield ["too-long", { found: String(length), field: path, allowed: String(limits.length) }];
  } else if (limits.pattern && !new RegExp(limits.pattern, "u").test(value)) {
    yield [shape === "url" ? "https-link" : "id-format", { found }];
  }
}

function* countProblems(value, found, { minimum = 0, maximum = Infinity }) {
  if (!WHOLE_NUMBER.test(value)) yield ["whole-number", { found }];
  else if (Number(value) < minimum) yield ["number-range", { found, allowed: `≥ ${minimum}` }];
  else if (Number(value) > maximum) yield ["number-range", { found, allowed: `≤ ${maximum}` }];
}

/** A value for a message, as macros/records/check/problem.py shortens it: on one line, with nothing invisible. */
function shorten(text) {
  const visible = [...text.replace(/[\p{C}\p{Z}]/gu, (char) => (char === " " ? char : codePoint(char)))];
  return visible.length <= LONGEST_SHOWN ? visible.join("") : `${visible.slice(0, LONGEST_SHOWN - 1).join("")}…`;
}
