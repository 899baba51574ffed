// The rules of the data check for a record and its place among all records, as far as the page knows those (`known`).
// Each problem is [path of the control to correct, rule, details for its message].
import { fold } from "../folding.js";
import { days, today } from "./dates.js";

// A text of up to so many words may be the same in both languages: it may be a name.
const LONGEST_NAME = 4;

/** The problems of a record of a kind. */
export function* recordProblems(kind, record, known) {
  yield* idProblems(kind, record, known);
  if (kind === "agreements") yield* agreementProblems("", record);
  for (const [place, agreement] of (record.agreements ?? []).entries()) {
    yield* agreementProblems(`agreements.${place}.`, agreement);
  }
  if (kind === "updates") yield* updateProblems(record, known);
  if (kind === "partners") yield* partnerProblems(record, known);
  if (kind === "tasks") yield* taskProblems(record, known);
  yield* warnings(record, "");
}

/** Ids that are taken or reserved, of the record and of those that it brings along. */
function* idProblems(kind, record, known) {
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

function* agreementProblems(path, { announced, signed, term, text }) {
  if (days(announced ?? "") && days(signed ?? "") && days(signed).last <= days(announced).first) {
    yield [`${path}announced`, "announced-and-signed", { found: announced, signed }];
  }
  if (text?.access === "published" && !text.url) yield [`${path}text.url`, "text-published", {}];
  if (text?.access && text.access !== "published" && text.url) yield [`${path}text.url`, "text-unpublished", {}];
  if ((term?.kind === "until" && !term.until) || (term?.kind === "years" && !term.years)) {
    yield [`${path}term.${term.kind}`, "term", {}];
  }
  yield* orderProblems(`${path}term.until`, "term.until", term?.until, signed);
}

/** A date that certainly lies before one that it has to follow. */
function* orderProblems(path, field, date, before) {
  if (date && before && days(date) && days(before) && days(date).last < days(before).first) {
    yield [path, "date-order", { found: date, field, before }];
  }
}

function* updateProblems(record, known) {
  if (record.event === "reviewed" && !record.result) yield ["result", "event-fields", {}];
  if (record.event === "replaced" && (!record.by || record.record === `agreement/${record.by}`)) {
    yield ["by", "replaced-by", {}];
  }
  yield* taskUpdateProblems(record, known);
  if (record.event === "announced") return;
  yield* orderProblems("date", "date", record.date, known.signed?.[record.record?.split("/")[1]]);
  for (const field of ["until", "next"]) yield* orderProblems(field, field, record[field], record.date);
}

/** What a task needs besides: a reason, the deadline in effect before, another lead. */
function* taskUpdateProblems(record, known) {
  const task = record.record?.split("/")[1];
  if (known.reasons?.includes(record.status) && !record.reason) {
    yield ["reason.vi", "reason-missing", { found: record.status }];
  }
  if (record.event === "due-changed") yield* dueProblems(record, known.due?.[task], known.reported?.[task]);
  if (record.event === "reassigned" && !record.lead) yield ["lead", "lead-missing", {}];
  if (record.lead && [...record.lead].sort().join() === [...(known.lead?.[task] ?? [])].sort().join()) {
    yield ["lead", "lead-unchanged", { found: record.lead.join(", ") }];
  }
}

/** The deadline in effect is known only for a day after all that is on record. */
function* dueProblems({ was, due, url, date }, inEffect, reported = "") {
  if (!url) yield ["url", "due-unsourced", {}];
  const known = date > reported;
  if (!due) yield ["due", "due-missing", {}];
  else if (due === was || (known && due === inEffect)) yield ["due", "due-unchanged", { found: due }];
  else if (known && inEffect && !was) yield ["was", "old-due-missing", { found: due, due: inEffect }];
  else if (known && was && was !== inEffect) {
    yield ["was", "old-due-differs", { found: was, due: inEffect ?? "–" }];
  }
}

function* partnerProblems({ country, name }, known) {
  for (const typed of new Set([name?.vi, name?.en].filter(Boolean).map(fold))) {
    const same = known.names.find(([where, folded]) => where === country && folded === typed);
    if (same) yield ["name.vi", "duplicate-partner", { found: typed, other: same[2], first: same[3] }];
  }
}

function* taskProblems({ plan, number, group, lead = [], coordinating = [] }, known) {
  const same = known.numbers.find(([of, printed]) => of === plan && fold(printed) === fold(number ?? ""));
  if (same) yield ["number", "duplicate-task-number", { found: number, first: same[2] }];
  const chosen = known.groups[group];
  if (chosen && number && (chosen.plan !== plan || !number.startsWith(`${chosen.number}.`))) {
    yield ["number", "task-group", { found: number, group }];
  }
  for (const agency of coordinating) {
    if (lead.includes(agency)) yield ["coordinating", "agency-twice", { found: agency }];
  }
}

/** Values that may be sent but deserve another look. */
function* warnings(value, path) {
  if (typeof value !== "object") {
    const happened = /(^|\.)(announced|signed|date)$/.test(path) && days(value);
    if (happened && happened.first > today()) yield [path, "date-in-future", { found: value }];
    return;
  }
  if (value.vi && value.vi === value.en && value.vi.split(/\s+/).length > LONGEST_NAME) {
    yield [`${path}.en`, "untranslated", { field: path }];
  }
  if (value.vi && value.en === undefined) yield [`${path}.en`, "english-pending", { field: path }];
  for (const [key, inner] of Object.entries(value)) yield* warnings(inner, path ? `${path}.${key}` : key);
}
