// Suggested ids: made of what is entered, free in the data, and left alone once somebody types one.
import { fold } from "../folding.js";

const LONGEST = 80;

/** A text as part of an id or a file name: ASCII letters and digits with hyphens between. */
export function slug(text) {
  return fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

export class Ids {
  constructor(fields, kind, known, fixed) {
    this.fields = fields;
    this.kind = kind;
    this.known = known;
    this.fixed = fixed;
    // The paths of ids that somebody typed.
    this.own = new Set();
  }

  /** Suggest the id of the record, of the agreement that a partner comes with, and of a new document. */
  suggest() {
    this.put("id", this.kind, this.ofRecord());
    const own = this.fields.at("id")?.value ?? "";
    this.put("agreements.0.id", "agreements", own && joined(own, this.year("agreements.0.signed")));
    const kind = this.fields.at("documents.0.kind")?.value;
    this.put("documents.0.id", "documents", own && kind ? `${own}-${kind}` : "");
  }

  /** Put an id into its control, with a number behind it if it is taken. */
  put(path, kind, id) {
    const control = this.fields.at(path);
    if (!control || this.own.has(path)) return;
    const taken = this.known.ids?.[kind] ?? Object.create(null);
    let free = id;
    for (let number = 2; free && free in taken; number += 1) free = `${id}-${number}`;
    control.value = free;
  }

  /** An id for the record; empty until enough is entered. */
  ofRecord() {
    if (this.kind === "agreements") return this.ofAgreement();
    if (this.kind === "partners") return slug(this.fields.valueAt("name.en") ?? "");
    if (this.kind === "tasks") return this.ofTask();
    return this.kind === "updates" ? this.ofUpdate() : "";
  }

  ofAgreement() {
    const partner = this.fields.valueAt("partner");
    return partner ? joined(partner, this.year("signed") || this.year("announced")) : "";
  }

  ofTask() {
    const id = this.fields.valueAt("group");
    const number = this.fields.valueAt("number") ?? "";
    const group = this.known.groups[id];
    return group && number ? `${id}-${slug(number.replace(group.number, ""))}` : "";
  }

  ofUpdate() {
    const [record, date] = [this.fields.valueAt("record"), this.fields.valueAt("date")];
    const event = this.fixed.event?.[1] ?? this.fields.valueAt("event");
    if (!record || !date || !event) return "";
    const rest = `-${event}-${slug(date)}`;
    return record.split("/")[1].slice(0, LONGEST - rest.length) + rest;
  }

  /** The year of a date that is entered and counts. */
  year(path) {
    const control = this.fields.at(path);
    return (control && this.fields.visible(control) && this.fields.value(control)?.slice(0, 4)) || "";
  }
}

function joined(...parts) {
  return parts.filter(Boolean).join("-");
}
