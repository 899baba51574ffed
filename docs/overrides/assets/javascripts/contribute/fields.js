// The controls of a form and what is entered in them.
//
// A control is an element with a data-path, the place of its value in the record. Dates and lists of records are
// fieldsets of several inputs; all other controls are an input, a select or a textarea.

/** A text as it is kept: composed Unicode, plain line breaks, no white space around it. */
function tidy(text) {
  const lines = text.normalize("NFC").replace(/\r\n?/g, "\n");
  // Not by a pattern: one that looks for white space at the end looks again from each of many spaces.
  let start = 0;
  let end = lines.length;
  while (start < end && " \n".includes(lines[start])) start += 1;
  while (end > start && " \n".includes(lines[end - 1])) end -= 1;
  return lines.slice(start, end);
}

export class Fields {
  constructor(form) {
    this.form = form;
    this.controls = [...form.querySelectorAll("[data-path]")];
  }

  /** The control of the value at a path, if the form has one. */
  at(path) {
    return this.controls.find((control) => control.dataset.path === path);
  }

  visible(control) {
    return !control.closest("[data-when][hidden], [data-section][hidden]");
  }

  /** The value of a control as text, or as a list; undefined where nothing is entered. */
  value(control) {
    const { shape, prefix = "" } = control.dataset;
    if (shape === "references") return ticked(control);
    if (shape === "flag") return control.checked ? "true" : undefined;
    if (shape === "date") return date(control);
    const typed = tidy(control.value);
    return typed ? prefix + typed : undefined;
  }

  /** The value at a path, whether its control is visible or not; undefined where there is none. */
  valueAt(path) {
    const control = this.at(path);
    return control && this.value(control);
  }

  /** The visible controls in the order of the page, each with its value. */
  entered() {
    return this.controls.filter((control) => this.visible(control)).map((control) => [control, this.value(control)]);
  }

  /** The visible controls that hold a value, each with it. */
  filled() {
    return this.entered().filter(([, value]) => value !== undefined);
  }

  /** A control's label, after the heading of the section around it. */
  label(control) {
    const own = control.matches("fieldset")
      ? control.querySelector("legend")
      : this.form.querySelector(`label[for="${control.id}"]`) ?? control.closest("label");
    const heading = headingAround(control);
    return heading ? `${words(heading)} – ${words(own)}` : words(own);
  }
}

function ticked(control) {
  const chosen = [...control.querySelectorAll("ul input:checked")].map((input) => input.value);
  return chosen.length ? chosen : undefined;
}

/** A date in ISO 8601, as precise as it was entered; undefined where no part was. */
function date(control) {
  const [day, month, year] = [...control.querySelectorAll("[data-unit]")].map((input) => tidy(input.value));
  if (!day && !month && !year) return undefined;
  const parts = [year, month && month.padStart(2, "0"), day && day.padStart(2, "0")];
  return (day ? parts : month ? parts.slice(0, 2) : parts.slice(0, 1)).join("-");
}

/** The heading of the nearest section that has one; the label of a term's field says enough without it. */
function headingAround(control) {
  const heading = (section) => section.querySelector(":scope > legend");
  let around = control.parentElement.closest("[data-section]");
  while (around && (around.dataset.section.endsWith("term") || !heading(around))) {
    around = around.parentElement.closest("[data-section]");
  }
  return around && heading(around);
}

/** The text of a label without its small print. */
function words(label) {
  const copy = label.cloneNode(true);
  for (const extra of copy.querySelectorAll("small")) extra.remove();
  return copy.textContent.trim();
}
