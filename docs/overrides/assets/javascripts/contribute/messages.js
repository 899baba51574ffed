// Messages: beside each control that is wrong, and in a list of all errors at the top of the form.
import { element } from "../elements.js";

export class Messages {
  constructor(form, fields) {
    this.fields = fields;
    this.list = form.querySelector(".errors");
  }

  /** Show the errors among the problems, and return them. */
  mark(problems) {
    const errors = problems.filter(({ severity }) => severity === "error");
    for (const control of this.fields.controls) {
      markControl(control, errors.find((error) => error.control === control));
    }
    const { one, other } = this.list.dataset;
    this.list.hidden = errors.length === 0;
    this.list.querySelector("h2").textContent = errors.length === 1 ? one : other.replace("{n}", errors.length);
    this.list.querySelector("ul").replaceChildren(...errors.map((error) => element("li", {}, this.link(error))));
    return errors;
  }

  /** An error as a link that leads to its control. */
  link({ control, text }) {
    const link = element("a", { href: `#${control.id}`, textContent: `${this.fields.label(control)}: ${text}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      focusOn(control);
    });
    return link;
  }

  focusList() {
    this.list.focus();
  }
}

function markControl(control, error) {
  const place = document.getElementById(`${control.id}-wrong`);
  place.hidden = !error;
  place.textContent = error?.text ?? "";
  place.dataset.rule = error?.rule ?? "";
  for (const input of control.matches("fieldset") ? control.querySelectorAll("input") : [control]) {
    if (error) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}

/** Move the focus to a control, wherever it is folded away. */
function focusOn(control) {
  const folded = control.closest("details");
  if (folded) folded.open = true;
  const target = control.matches("fieldset") ? control.querySelector("input") : control;
  target.focus();
  target.scrollIntoView({ block: "center" });
}
