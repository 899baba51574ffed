// The rules of the data check that can be told while a form is filled in, with the check's own messages, which the page
// holds (macros/contribute/forms.py). The check itself stays in macros/ and reads whatever is sent.
import { fold } from "../registers.js";

const BIDIRECTIONAL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\u2028\u2029\u0085\uFEFF]/u;
const CONTROL = /[\p{Cc}\p{Cs}\p{Cn}\p{Co}]/u;
const MOST_DIGITS = 9;
const LONGEST_NAME = 4;
const SHOWN = 80;

/** What a date of stated precision can mean at the earliest and at the latest, or nothing for no date. */
export function days(text) {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year < 1900 || year > 2100 || month === 0 || month > 12) return null;
  const length = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  if (day === 0 || day > length) return null;
  const write = (m, d) => `${found[1]}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  return { first: write(month ?? 1, day ?? 1), last: write(month ?? 12, day ?? length) };
}

export function today() {
  return new Intl.DateTimeFormat("sv", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}

/** A found value for a message, as macros/problem.shorten. */
function shorten(text) {
  const code = (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const visible = [...text.replace(/[\p{C}\p{Z}]/gu, (char) => (char === " " ? char : code(char)))];
  return visible.length <= SHOWN ? visible.join("") : visible.slice(0, SHOWN - 1).join("") + "…";
}

/** The rule that a character breaks, if any. */
function forbidden(char) {
  if (char === "\t") return "tab";
  if (BIDIRECTIONAL.test(char)) return "bidirectional-character";
  if (INVISIBLE.test(char)) return "invisible-character";
  return CONTROL.test(char) && char !== "\n" ? "control-character" : null;
}

/** What is wrong with one value: [rule, details]. */
export function* valueProblems(control) {
  const { value, shape, path, limits } = control;
  const broken = [...new Set(value)].map((char) => [forbidden(char), char]).filter(([rule]) => rule);
  for (const [rule, char] of broken) yield [rule, { found: shorten(char) }];
  if (broken.length) return;
  const found = shorten(value);
  if (shape === "date" && !days(value)) yield ["date", { found }];
  if (shape === "count") {
    if (!new RegExp(`^\\d{1,${MOST_DIGITS}}$`).test(value)) yield ["whole-number", { found }];
    else if (Number(value) < limits.minimum) yield ["number-range", { found, allowed: `≥ ${limits.minimum}` }];
    else if (Number(value) > limits.maximum) yield ["number-range", { found, allowed: `≤ ${limits.maximum}` }];
  }
  const length = [...value].length;
  if (limits.length && length > limits.length) {
    yield ["too-long", { found: String(length), field: path, allowed: String(limits.length) }];
  } else if (limits.pattern && !new RegExp(limits.pattern, "u").test(value)) {
    yield [shape === "url" ? "https-link" : "id-format", { found }];
  }
}

/** What is wrong with the record as a whole: [path of the control to mend, rule, details]. */
export function* recordProblems(kind, record, known) {
  yield* unique(kind, record, known);
  const agreements = kind === "agreements" ? [["", record]] : (record.agreements ?? []).map((a, i) => [`agreements.${i}.`, a]);
  for (const [path, agreement] of agreements) yield* agreementProblems(path, agreement);
  if (kind === "updates") yield* updateProblems(record, known);
  if (kind === "partners") yield* partnerProblems(record, known);
  if (kind === "tasks") yield* taskProblems(record, known);
  yield* warnings(record, "");
}

function* unique(kind, record, known) {
  const own = [[kind, "", record]];
  for (const inner of ["agreements", "documents"]) {
    for (const [place, item] of (record[inner] ?? []).entries()) own.push([inner, `${inner}.${place}.`, item]);
  }
  if (record.id && known.reserved?.includes(record.id)) yield ["id", "reserved-id", { found: record.id }];
  for (const [of, path, item] of own) {
    const first = known.ids?.[of]?.[item.id];
    if (first) yield [`${path}id`, "duplicate-id", { found: item.id, first }];
  }
}

function* agreementProblems(path, { signed, term }) {
  if ((term?.kind === "until" && !term.until) || (term?.kind === "years" && !term.years)) {
    yield [`${path}term.${term.kind}`, "term", {}];
  }
  yield* inOrder(`${path}term.until`, "term.until", term?.until, signed);
}

function* inOrder(path, field, date, before) {
  if (date && before && days(date) && days(before) && days(date).last < days(before).first) {
    yield [path, "date-order", { found: date, field, before }];
  }
}

function* updateProblems(record, known) {
  if (record.event === "reviewed" && !record.result) yield ["result", "event-fields", {}];
  yield* inOrder("date", "date", record.date, known.signed?.[record.record?.split("/")[1]]);
  for (const field of ["until", "next"]) yield* inOrder(field, field, record[field], record.date);
}

function* partnerProblems({ country, name }, known) {
  for (const typed of new Set([name?.vi, name?.en].filter(Boolean).map(fold))) {
    const same = known.names.find(([where, folded]) => where === country && folded === typed);
    if (same) yield ["name.vi", "duplicate-partner", { found: typed, other: same[2], first: same[3] }];
  }
}

function* taskProblems(record, known) {
  const { plan, number, group, groupOf, lead = [], coordinating = [] } = { ...record, groupOf: known.groups?.[record.group] };
  const same = known.numbers.find(([of, printed]) => of === plan && printed === number);
  if (same) yield ["number", "duplicate-task-number", { found: number, first: same[2] }];
  if (groupOf && number && (groupOf.plan !== plan || !number.startsWith(`${groupOf.number}.`))) {
    yield ["number", "task-group", { found: number, group }];
  }
  for (const agency of coordinating) {
    if (lead.includes(agency)) yield ["coordinating", "agency-twice", { found: agency }];
  }
}

/** What may be sent but deserves another look. */
function* warnings(value, path) {
  if (typeof value !== "object") {
    const happened = /(^|\.)(signed|date)$/.test(path) && days(value);
    if (happened && happened.first > today()) yield [path, "date-in-future", { found: value }];
    return;
  }
  if (value.vi && value.vi === value.en && value.vi.split(/\s+/).length > LONGEST_NAME) {
    yield [`${path}.en`, "untranslated", { field: path }];
  }
  if (value.vi && value.en === undefined) yield [`${path}.en`, "english-pending", { field: path }];
  for (const [key, inner] of Object.entries(value)) yield* warnings(inner, path ? `${path}.${key}` : key);
}
