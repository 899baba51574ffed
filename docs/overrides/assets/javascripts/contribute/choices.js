// Pick-lists: options that several lists share or that depend on another choice, and long lists of ticks.
import { fold } from "../folding.js";

export class Choices {
  constructor(form, fields) {
    this.form = form;
    this.fields = fields;
    // The groups of tasks that can be chosen, by id, each with its plan and its number in it.
    this.groups = Object.create(null);
    for (const option of this.groupOptions()) {
      const [plan, number] = option.dataset.of.split(" ");
      this.groups[option.value] = { plan, number };
    }
    this.copyShared();
  }

  groupOptions() {
    return [...(this.fields.at("group")?.querySelectorAll("option[data-of]") ?? [])];
  }

  /** Fill the lists that share the options of another, which the page holds once. */
  copyShared() {
    for (const control of this.fields.controls.filter(({ dataset }) => dataset.same)) {
      const [, ...options] = this.fields.at(control.dataset.same).children;
      control.append(...options.map((option) => option.cloneNode(true)));
    }
  }

  /** Offer the groups of the plan that is chosen, and tell how many options of each long list are ticked. */
  follow() {
    const plan = this.fields.at("plan")?.value;
    for (const option of this.groupOptions()) {
      option.hidden = option.disabled = Boolean(plan) && this.groups[option.value].plan !== plan;
    }
    for (const list of this.form.querySelectorAll('[data-shape="references"]')) {
      const count = list.querySelector(".count");
      const chosen = list.querySelectorAll("ul input:checked").length;
      if (count) count.textContent = chosen ? count.dataset.words.replace("{n}", chosen) : "";
    }
  }

  /** Offer only the tasks that an agency answers for; all of them where it has none. */
  only(agency) {
    const options = [...(this.fields.at("record")?.querySelectorAll("option[value]:not([value=''])") ?? [])];
    const own = new Set(options.filter(({ dataset }) => dataset.of?.split(" ").includes(agency)));
    if (own.size === 0) return;
    for (const option of options) option.hidden = option.disabled = !own.has(option);
    for (const group of this.fields.at("record").querySelectorAll("optgroup")) {
      group.hidden = [...group.children].every(({ hidden }) => hidden);
    }
  }

  /** Show the options of a list of ticks that contain a text, and those that are ticked. */
  filter(id, text) {
    const wanted = fold(text);
    for (const item of document.getElementById(id).querySelectorAll("ul li")) {
      item.hidden = !fold(item.textContent).includes(wanted) && !item.querySelector("input").checked;
    }
  }
}
