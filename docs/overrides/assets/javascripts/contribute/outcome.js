// The outcome of a form without errors: a preview of the record and of the text that will be handed over.
import { element } from "../elements.js";
import { Handover } from "./handover.js";
import { fileOf } from "./record.js";
import { yamlFile } from "./yaml.js";

export class Outcome {
  /**
   * @param root the element of the outcome
   * @param form its data: the `kind` of record, empty for a correction, and the `modeline` that its file begins with
   */
  constructor(root, { dataset: { kind, modeline } }, fields) {
    this.root = root;
    this.kind = kind;
    this.modeline = modeline;
    this.fields = fields;
    this.handover = new Handover(root);
  }

  hide() {
    this.root.hidden = true;
  }

  show(record, warnings) {
    const text = this.kind ? yamlFile(this.modeline, record) : this.letter();
    this.find(".outcome-warnings").hidden = warnings.length === 0;
    this.find(".outcome-warnings ul").replaceChildren(
      ...warnings.map(({ control, text, rule }) => {
        const item = element("li", { textContent: `${this.fields.label(control)}: ${text}` });
        item.dataset.rule = rule;
        return item;
      }),
    );
    this.find(".facts").replaceChildren(...this.fields.filled().map(([control, value]) => this.fact(control, value)));
    this.find(".outcome-file").textContent = text;
    this.find(".outcome-copied").textContent = "";
    if (this.kind) {
      const path = fileOf(this.kind, record);
      this.find(".outcome-path").textContent = path;
      this.handover.offerFile(path, text);
    } else {
      this.handover.offerCorrection(this.fields.at("record").selectedOptions[0], text);
    }
    this.root.hidden = false;
    this.root.focus();
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  /** A label with its value, for the list of facts. */
  fact(control, value) {
    const label = element("dt", { textContent: this.fields.label(control) });
    return element("div", {}, label, element("dd", { textContent: shown(control, value) }));
  }

  /** A suggestion for a correction, as Markdown. */
  letter() {
    const part = ([control, value]) => `**${this.fields.label(control)}**\n\n${written(control, value)}\n`;
    return this.fields.filled().map(part).join("\n");
  }
}

/** A value in the letter; a record with its id and the place of its data. */
function written(control, value) {
  const chosen = control.selectedOptions?.[0];
  return chosen ? `${chosen.textContent.trim()} (${value}, ${chosen.dataset.of.replace("#L", ":")})` : value;
}

/** A value in the preview: options by their labels. */
function shown(control, value) {
  if (control.dataset.shape === "flag") return "✓";
  if (Array.isArray(value)) {
    const ticks = [...control.querySelectorAll("ul input:checked")];
    return ticks.map((input) => input.parentElement.textContent.trim()).join("; ");
  }
  return control.selectedOptions?.[0]?.textContent.trim() ?? value;
}
