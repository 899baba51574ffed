// Parts of a form that come and go: entries of lists, sections behind a button, fields that belong to a choice.
import { NEW } from "./record.js";

export class Sections {
  /** @param changed called when a part was shown or hidden, before the focus moves */
  constructor(form, fields, changed) {
    this.form = form;
    this.fields = fields;
    this.changed = changed;
  }

  /** Show the fields that belong to what is chosen, and those of a new document where a source names one. */
  follow() {
    for (const part of this.form.querySelectorAll("[data-when]")) {
      const [path, values] = part.dataset.when.split("=");
      part.hidden = !values.split(" ").includes(this.fields.valueAt(path) ?? "");
    }
    const documents = this.form.querySelector('[data-section="documents"]');
    if (documents) {
      const isNew = ([{ dataset }, value]) => dataset.path.endsWith(".document") && value === NEW;
      documents.hidden = !this.fields.entered().some(isNew);
    }
  }

  /** Show the next entry of the list that a button stands below. */
  add(button) {
    const entries = [...button.closest("[data-section]").querySelectorAll(":scope > [data-kind='entry']")];
    const next = entries.find((entry) => entry.hidden);
    next.hidden = false;
    button.hidden = entries.every((entry) => !entry.hidden);
    this.changed();
    focusFirst(next);
  }

  /** Hide the part that a button stands in, and show the button that brings it back. */
  remove(button) {
    const part = button.closest("[data-section]");
    part.hidden = true;
    const opener = this.opener(part) ?? part.parentElement.querySelector(":scope > p > [data-action='add']");
    opener.hidden = false;
    opener.setAttribute("aria-expanded", "false");
    this.changed();
    opener.focus();
  }

  /** Show the section that a button names. */
  reveal(button) {
    const part = document.getElementById(button.dataset.shows);
    this.open(part);
    this.changed();
    focusFirst(part);
  }

  open(part) {
    part.hidden = false;
    const opener = this.opener(part);
    if (!opener) return;
    opener.setAttribute("aria-expanded", "true");
    opener.hidden = true;
  }

  opener(part) {
    return this.form.querySelector(`[data-shows="${part.id}"]`);
  }

  /** Hide and show everything as the page came. */
  reset() {
    for (const part of this.form.querySelectorAll("[data-kind='entry']:not([data-section$='.0'])")) part.hidden = true;
    for (const opener of this.form.querySelectorAll("[data-action='reveal']")) {
      document.getElementById(opener.dataset.shows).hidden = true;
      opener.hidden = false;
    }
    for (const opener of this.form.querySelectorAll("[data-action='add']")) opener.hidden = false;
  }
}

function focusFirst(part) {
  part.querySelector("input, select, textarea").focus();
}
