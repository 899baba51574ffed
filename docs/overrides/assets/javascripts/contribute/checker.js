// The problems of what is entered, by those rules of the data check that a browser can apply. The check itself reads
// whatever is sent.
import { recordProblems } from "./record_rules.js";
import { valueProblems } from "./value_rules.js";

// Shapes of controls whose values were chosen, not typed.
const CHOSEN = new Set(["flag", "choice", "reference", "references"]);
// Sections that are shown because they are needed.
const NEEDED = new Set(["documents", "agreements"]);

export class Checker {
  /**
   * @param page what the page holds: its `form`, the `kind` of record (empty for a correction), what is `known` of the
   *   data, the `characters` that no text may hold, and the `messages` of the rules, each with its severity
   */
  constructor({ form, kind, known, characters, messages }, fields, ids) {
    Object.assign(this, { form, kind, known, characters, messages, fields, ids });
  }

  /**
   * The problems in the order of the page, each with the control to correct, the rule, its message, and its severity:
   * an error keeps the record from being sent, a warning does not.
   */
  problems(record) {
    const found = [...this.missing(), ...this.wrongValues()];
    if (this.kind) {
      for (const [path, rule, details] of recordProblems(this.kind, record, this.known)) {
        const control = this.fields.at(path);
        // One that is wrong by itself says enough.
        if (control && !found.some((problem) => problem.control === control)) {
          found.push(this.problem(control, rule, details));
        }
      }
    }
    const place = ({ control }) => this.fields.controls.indexOf(control);
    return this.withoutWaitingIds(found).sort((a, b) => place(a) - place(b));
  }

  problem(control, rule, details) {
    const [message, severity] = this.messages[rule];
    const text = message.replace(/\{\{|\{(\w+)\}/g, (whole, name) => (name ? details[name] ?? "" : "{"));
    return { control, rule, text, severity };
  }

  /** A missing id is no mistake while it waits to be suggested out of other fields that are still wrong. */
  withoutWaitingIds(found) {
    const waits = ({ control, rule }) =>
      rule === "missing-field" && control.dataset.path === "id" && !this.ids.own.has("id");
    const others = found.filter((problem) => !waits(problem));
    return others.some(({ severity }) => severity === "error") ? others : found;
  }

  *wrongValues() {
    for (const [control, value] of this.fields.entered()) {
      if (typeof value !== "string" || CHOSEN.has(control.dataset.shape)) continue;
      const described = { value, shape: control.dataset.shape, path: control.dataset.path, limits: limits(control) };
      for (const [rule, details] of valueProblems(described, this.characters)) {
        yield this.problem(control, rule, details);
      }
    }
  }

  *missing() {
    for (const part of this.form.querySelectorAll(":scope > [data-section], :scope > details > [data-section]")) {
      yield* this.missingIn(part, part.dataset.required === "true");
    }
    for (const control of this.fields.controls) {
      if (!control.closest("[data-section]") && this.fields.visible(control)) yield* this.missingValue(control);
    }
  }

  *missingValue(control) {
    const { required, missing, path } = control.dataset;
    if (required === "true" && this.fields.value(control) === undefined) {
      yield this.problem(control, missing ?? "missing-field", { field: path });
    }
  }

  /** A section that is required and empty is missing as a whole; one that is begun has to be complete. */
  *missingIn(section, required) {
    if (section.hidden) return;
    const { section: path, kind } = section.dataset;
    const inside = this.fields.controls.filter((control) => section.contains(control) && this.fields.visible(control));
    const begun = inside.some((control) => this.fields.value(control) !== undefined);
    const wanted = required || NEEDED.has(path);
    if (!begun) {
      if (wanted) yield this.problem(inside[0], "missing-field", { field: path });
      return;
    }
    for (const control of inside.filter((one) => one.closest("[data-section]") === section)) {
      if (kind === "languages") yield* this.missingLanguage(control, path);
      else yield* this.missingValue(control);
    }
    for (const inner of section.querySelectorAll("[data-section]")) {
      if (inner.parentElement.closest("[data-section]") !== section) continue;
      const first = inner.dataset.kind === "entry" && inner.dataset.section.endsWith(".0");
      yield* this.missingIn(inner, inner.dataset.required === "true" || (first && wanted));
    }
  }

  /** One language of a text of which the other is entered. */
  *missingLanguage(control, parent) {
    if (control.dataset.required !== "true" || this.fields.value(control)) return;
    const word = this.form.querySelector(`label[for="${control.id}"]`).firstChild.textContent.trim();
    const field = parent === "" ? "" : control.dataset.path.split(".").pop();
    yield this.problem(control, "both-languages", { parent, field, language: word });
  }
}

/** What a control's value may be, as far as the page says. */
function limits({ dataset: { limit, minimum, maximum, pattern } }) {
  const number = (text) => (text === undefined ? undefined : Number(text));
  return { length: number(limit), minimum: number(minimum), maximum: number(maximum), pattern };
}
