// The web forms: read what was entered, say what is wrong in the words of the data check, show the record and its file,
// and hand it over to GitHub, a file, the clipboard or a mail. Nothing is sent from here; drafts stay in this browser.
//
// Which fields there are, their labels, limits, choices and messages is printed on the page (macros/contribute/forms.py).
import { fold } from "./registers.js";
import { recordProblems, valueProblems } from "./contribute/rules.js";
import { yamlFile } from "./contribute/yaml.js";

// Longer addresses are refused by GitHub.
const LONGEST_ADDRESS = 8000;
const LONGEST_ID = 80;
const NEW = "new";
const PAUSE = 300;
// What buttons do, by their data-action.
const ACTIONS = new Set(["add", "remove", "reveal", "clear", "download", "copy"]);

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function slug(text) {
  return fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** A typed text as it is kept: composed Unicode, plain line breaks, no space around it. */
function tidy(text) {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/^[ \n]+|[ \n]+$/g, "");
}

class WebForm {
  constructor(form) {
    this.form = form;
    this.kind = form.dataset.kind;
    this.known = JSON.parse(form.dataset.known);
    this.messages = JSON.parse(form.dataset.messages);
    this.fixed = JSON.parse(form.dataset.fixed);
    this.controls = [...form.querySelectorAll("[data-path]")];
    this.errors = form.querySelector(".errors");
    this.outcome = document.querySelector("#outcome");
    // What was begun about one record is not put below another (see prefill).
    this.key = `da-nang:draft:${form.dataset.form}${location.search}`;
    this.checked = false;
    this.own = new Set();
    const groups = form.querySelectorAll('[data-path="group"] option[data-of]');
    this.known.groups = Object.fromEntries(
      [...groups].map((option) => {
        const [plan, number] = option.dataset.of.split(" ");
        return [option.value, { plan, number }];
      }),
    );
    for (const control of this.controls.filter((one) => one.dataset.same)) {
      const [, ...options] = this.control(control.dataset.same).children;
      control.append(...options.map((option) => option.cloneNode(true)));
    }
    this.restore();
    this.prefill();
    this.follow();
    this.listen();
    form.hidden = false;
    document.body.classList.add("webform-ready");
  }

  listen() {
    this.form.addEventListener("input", (event) => {
      if (event.target.dataset.filters) return this.filter(event.target);
      if (event.target.dataset.path?.endsWith("id")) this.own.add(event.target.dataset.path);
      this.changed();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    for (const root of [this.form, this.outcome]) {
      root.addEventListener("click", (event) => {
        const button = event.target.closest("[data-action]");
        if (ACTIONS.has(button?.dataset.action)) this[button.dataset.action](button, event);
      });
    }
  }

  changed() {
    this.follow();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), PAUSE);
    this.outcome.hidden = true;
    if (this.checked) this.mark(this.problems());
  }

  // --- what is entered ------------------------------------------------------------------------------------------

  /** The value of a control as text or a list; undefined where nothing is entered. */
  value(control) {
    const { shape, prefix = "" } = control.dataset;
    if (shape === "references") {
      const chosen = [...control.querySelectorAll("ul input:checked")].map((input) => input.value);
      return chosen.length ? chosen : undefined;
    }
    if (shape === "flag") return control.checked ? "true" : undefined;
    if (shape === "date") {
      const [day, month, year] = [...control.querySelectorAll("[data-unit]")].map((input) => tidy(input.value));
      if (!day && !month && !year) return undefined;
      const parts = [year, month && month.padStart(2, "0"), day && day.padStart(2, "0")];
      return (day ? parts : month ? parts.slice(0, 2) : parts.slice(0, 1)).join("-");
    }
    const typed = tidy(control.value);
    return typed ? prefix + typed : undefined;
  }

  visible(control) {
    return !control.closest("[data-when][hidden], [data-section][hidden]");
  }

  /** The controls that count, in the order of the page, with their values. */
  entered() {
    return this.controls.filter((control) => this.visible(control)).map((control) => [control, this.value(control)]);
  }

  /** The record as it will be written: keys in the order of the model, nothing that is empty. */
  record() {
    const leaves = this.entered()
      .filter(([, value]) => value !== undefined)
      .map(([control, value]) => [control.dataset.rank, control.dataset.path, value]);
    for (const [path, [rank, value]] of Object.entries(this.fixed)) leaves.push([rank, path, value]);
    leaves.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const record = {};
    for (const [, path, value] of leaves) {
      const steps = path.split(".");
      const last = steps.pop();
      let target = record;
      for (const [place, step] of steps.entries()) {
        target = target[step] ??= /^\d+$/.test(steps[place + 1] ?? "") ? [] : {};
      }
      target[last] = value;
    }
    for (const list of [record.sources, record.agreements, ...(record.agreements ?? []).map((item) => item.sources)]) {
      if (list) list.splice(0, list.length, ...list.filter(Boolean));
    }
    const brought = record.documents?.[0]?.id;
    for (const source of [record, ...(record.agreements ?? [])].flatMap((item) => item.sources ?? [])) {
      if (source.document === NEW && brought) source.document = brought;
    }
    return record;
  }

  control(path) {
    return this.controls.find((control) => control.dataset.path === path);
  }

  // --- what follows from what is entered ------------------------------------------------------------------------

  /** Show the fields that belong to what is chosen, and suggest ids. */
  follow() {
    for (const part of this.form.querySelectorAll("[data-when]")) {
      const [path, values] = part.dataset.when.split("=");
      part.hidden = !values.split(" ").includes(this.value(this.control(path)) ?? "");
    }
    const documents = this.form.querySelector('[data-section="documents"]');
    if (documents) {
      documents.hidden = !this.entered().some(([control, value]) => control.dataset.path.endsWith(".document") && value === NEW);
    }
    const plan = this.control("plan")?.value;
    for (const option of this.control("group")?.querySelectorAll("option[data-of]") ?? []) {
      option.hidden = option.disabled = Boolean(plan) && option.dataset.of.split(" ")[0] !== plan;
    }
    for (const list of this.form.querySelectorAll('[data-shape="references"]')) {
      const count = list.querySelector(".count");
      const chosen = list.querySelectorAll("ul input:checked").length;
      if (count) count.textContent = chosen ? count.dataset.words.replace("{n}", chosen) : "";
    }
    this.suggest("id", this.kind, this.suggested());
    const own = this.control("id")?.value ?? "";
    const signed = this.year("agreements.0.signed");
    if (this.control("agreements.0.id")) this.suggest("agreements.0.id", "agreements", own && [own, signed].filter(Boolean).join("-"));
    const of = this.control("documents.0.kind")?.value;
    if (this.control("documents.0.id")) this.suggest("documents.0.id", "documents", own && of ? `${own}-${of}` : "");
  }

  year(path) {
    const control = this.control(path);
    return (control && this.visible(control) && this.value(control)?.slice(0, 4)) || "";
  }

  /** An id for the record out of what is entered; empty until there is enough. */
  suggested() {
    const value = (path) => (this.control(path) ? this.value(this.control(path)) : undefined);
    if (this.kind === "agreements") return value("partner") ? [value("partner"), this.year("signed")].filter(Boolean).join("-") : "";
    if (this.kind === "partners") return slug(value("name.en") ?? "");
    if (this.kind === "tasks") {
      const group = this.known.groups[value("group")];
      const number = value("number") ?? "";
      return group && number ? `${value("group")}-${slug(number.replace(group.number, ""))}` : "";
    }
    if (this.kind === "updates" && value("record") && value("date")) {
      const event = this.fixed.event?.[1] ?? value("event");
      const rest = `-${event}-${slug(value("date"))}`;
      return event ? value("record").split("/")[1].slice(0, LONGEST_ID - rest.length) + rest : "";
    }
    return "";
  }

  suggest(path, kind, text) {
    const control = this.control(path);
    if (!control || this.own.has(path)) return;
    const taken = this.known.ids?.[kind] ?? {};
    let free = text;
    for (let number = 2; free && free in taken; number += 1) free = `${text}-${number}`;
    control.value = free;
  }

  // --- what is wrong --------------------------------------------------------------------------------------------

  /** Every problem: the control to mend, the message, and whether it keeps the record from being sent. */
  problems() {
    const found = [];
    const add = (control, rule, details) => {
      const [message, severity] = this.messages[rule];
      const text = message.replace(/\{\{|\{(\w+)\}/g, (whole, name) => (name ? details[name] ?? "" : "{"));
      found.push({ control, rule, text, severity });
    };
    for (const part of this.form.querySelectorAll(":scope > [data-section], :scope > details > [data-section]")) {
      this.missingIn(part, part.dataset.required === "true", add);
    }
    for (const control of this.controls) {
      if (control.closest("[data-section]") || !this.visible(control)) continue;
      this.missing(control, add);
    }
    for (const [control, value] of this.entered()) {
      if (typeof value === "string" && !["flag", "choice", "reference", "references"].includes(control.dataset.shape)) {
        for (const [rule, details] of valueProblems(this.described(control, value))) add(control, rule, details);
      }
    }
    if (this.kind) {
      for (const [path, rule, details] of recordProblems(this.kind, this.record(), this.known)) {
        const control = this.control(path);
        if (control && !found.some((problem) => problem.control === control)) add(control, rule, details);
      }
    }
    // An id that is only waiting to be suggested is nobody's mistake.
    const waiting = ({ control, rule }) => rule === "missing-field" && control.dataset.path === "id" && !this.own.has("id");
    if (found.some((problem) => problem.severity === "error" && !waiting(problem))) {
      found.splice(0, found.length, ...found.filter((problem) => !waiting(problem)));
    }
    const place = (problem) => this.controls.indexOf(problem.control);
    return found.sort((a, b) => place(a) - place(b));
  }

  described(control, value) {
    const { shape, path, limit, minimum, maximum, pattern } = control.dataset;
    const limits = { length: Number(limit), minimum: Number(minimum ?? 0), maximum: Number(maximum ?? Infinity), pattern };
    return { value, shape, path, limits };
  }

  missing(control, add) {
    if (control.dataset.required === "true" && this.value(control) === undefined) {
      add(control, control.dataset.missing ?? "missing-field", { field: control.dataset.path });
    }
  }

  /** A section that has to be there says so as a whole; one that is begun has to be whole. */
  missingIn(section, required, add) {
    if (section.hidden) return;
    const inside = this.controls.filter((control) => section.contains(control) && this.visible(control));
    const begun = inside.some((control) => this.value(control) !== undefined);
    const wanted = required || ["documents", "agreements"].includes(section.dataset.section);
    const path = section.dataset.section;
    if (!begun) {
      if (wanted) add(inside[0], "missing-field", { field: path });
      return;
    }
    for (const control of inside) {
      if (control.closest("[data-section]") !== section) continue;
      if (section.dataset.kind === "languages" && control.dataset.required === "true" && !this.value(control)) {
        const word = this.form.querySelector(`label[for="${control.id}"]`).firstChild.textContent.trim();
        const field = path === "" ? "" : control.dataset.path.split(".").pop();
        add(control, "both-languages", { parent: path, field, language_vi: word, language_en: word });
      } else {
        this.missing(control, add);
      }
    }
    for (const inner of section.querySelectorAll("[data-section]")) {
      if (inner.parentElement.closest("[data-section]") === section) {
        this.missingIn(inner, inner.dataset.required === "true" || inner.dataset.kind === "entry" && wanted && inner.dataset.section.endsWith(".0"), add);
      }
    }
  }

  label(control) {
    const own = control.matches("fieldset")
      ? control.querySelector("legend")
      : this.form.querySelector(`label[for="${control.id}"]`) ?? control.closest("label");
    const text = (node) => {
      const copy = node.cloneNode(true);
      for (const extra of copy.querySelectorAll("small")) extra.remove();
      return copy.textContent.trim();
    };
    let around = control.parentElement.closest("[data-section]");
    while (around && (around.dataset.section.endsWith("term") || !around.querySelector(":scope > legend"))) {
      around = around.parentElement.closest("[data-section]");
    }
    const heading = around?.querySelector(":scope > legend");
    return heading ? `${text(heading)} – ${text(own)}` : text(own);
  }

  /** The message beside each control, and the list of all of them at the top. */
  mark(problems) {
    for (const control of this.controls) {
      const wrong = problems.find((problem) => problem.control === control && problem.severity === "error");
      const place = document.getElementById(`${control.id}-wrong`);
      place.hidden = !wrong;
      place.textContent = wrong?.text ?? "";
      const inner = control.matches("fieldset") ? control.querySelectorAll("input") : [control];
      for (const input of inner) {
        if (wrong) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
    }
    const wrong = problems.filter((problem) => problem.severity === "error");
    const { one, other } = this.errors.dataset;
    this.errors.hidden = wrong.length === 0;
    this.errors.querySelector("h2").textContent = wrong.length === 1 ? one : other.replace("{n}", wrong.length);
    this.errors.querySelector("ul").replaceChildren(
      ...wrong.map(({ control, text }) => {
        const link = element("a", { href: `#${control.id}`, textContent: `${this.label(control)}: ${text}` });
        link.addEventListener("click", (event) => {
          event.preventDefault();
          this.focus(control);
        });
        return element("li", {}, link);
      }),
    );
    return wrong;
  }

  focus(control) {
    const fold = control.closest("details");
    if (fold) fold.open = true;
    const target = control.matches("fieldset") ? control.querySelector("input") : control;
    target.focus();
    target.scrollIntoView({ block: "center" });
  }

  check() {
    this.checked = true;
    const problems = this.problems();
    if (this.mark(problems).length) {
      this.outcome.hidden = true;
      this.errors.focus();
      return;
    }
    this.show(problems);
  }

  // --- what will be sent ----------------------------------------------------------------------------------------

  show(warnings) {
    const record = this.record();
    this.path = this.kind ? this.place(record) : "";
    this.text = this.kind ? yamlFile(this.form.dataset.modeline, record) : this.letter();
    const find = (selector) => this.outcome.querySelector(selector);
    find(".outcome-warnings").hidden = warnings.length === 0;
    find(".outcome-warnings ul").replaceChildren(
      ...warnings.map(({ control, text }) => element("li", { textContent: `${this.label(control)}: ${text}` })),
    );
    find(".facts").replaceChildren(...this.facts());
    if (find(".outcome-path")) find(".outcome-path").textContent = this.path;
    find(".outcome-file").textContent = this.text;
    find(".outcome-copied").textContent = "";
    this.address();
    this.outcome.hidden = false;
    this.outcome.focus();
  }

  facts() {
    return this.entered()
      .filter(([, value]) => value !== undefined)
      .map(([control, value]) => {
        const chosen = control.selectedOptions?.[0]?.textContent.trim();
        const ticked = Array.isArray(value)
          ? [...control.querySelectorAll("ul input:checked")].map((input) => input.parentElement.textContent.trim()).join("; ")
          : null;
        const shown = control.dataset.shape === "flag" ? "✓" : ticked ?? chosen ?? value;
        return element("div", {}, element("dt", { textContent: this.label(control) }), element("dd", { textContent: shown }));
      });
  }

  /** Where the file goes: named after the record; what happened since also after its day. */
  place(record) {
    if (this.kind !== "updates") return `data/${this.kind}/${record.id}.yaml`;
    const day = slug(record.date);
    return `data/updates/${day}-${record.id.replace(`-${day}`, "")}.yaml`;
  }

  /** A suggestion for a correction, as text. */
  letter() {
    return this.entered()
      .filter(([, value]) => value !== undefined)
      .map(([control, value]) => {
        const chosen = control.selectedOptions?.[0];
        const shown = chosen ? `${chosen.textContent.trim()} (${value}, ${chosen.dataset.of.replace("#L", ":")})` : value;
        return `**${this.label(control)}**\n\n${shown}\n`;
      })
      .join("\n");
  }

  /** The addresses of the buttons. */
  address() {
    const { repository, branch, subject, text, issue } = this.outcome.dataset;
    const link = (action) => this.outcome.querySelector(`[data-action="${action}"]`);
    const encode = encodeURIComponent;
    const chosen = this.kind ? null : this.control("record").selectedOptions[0];
    const title = chosen ? issue.replace("{record}", chosen.textContent.trim()) : subject.replace("{file}", this.path);
    if (repository) {
      const target = chosen
        ? `${repository}/issues/new?title=${encode(title)}&body=${encode(this.text)}`
        : `${repository}/new/${encode(branch)}?filename=${encode(this.path)}&value=${encode(this.text)}`;
      const fits = target.length <= LONGEST_ADDRESS;
      link("open").href = target;
      this.outcome.querySelector(".outcome-open").hidden = !fits;
      if (this.kind) {
        this.outcome.querySelector(".outcome-long").hidden = fits;
        link("upload").href = `${repository}/upload/${encode(branch)}/${this.path.replace(/\/[^/]*$/, "")}`;
      } else {
        link("edit").href = `${repository}/edit/${encode(branch)}/${chosen.dataset.of}`;
      }
    }
    const body = this.kind ? `${text.replace("{file}", this.path)}\n\n${this.text}` : this.text;
    link("mail").href = `mailto:?subject=${encode(title)}&body=${encode(body.replaceAll("\n", "\r\n"))}`;
  }

  download(_, event) {
    event.preventDefault();
    const address = URL.createObjectURL(new Blob([this.text], { type: "application/yaml;charset=utf-8" }));
    element("a", { href: address, download: this.path.split("/").pop() }).click();
    window.setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  async copy(button) {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome.querySelector(".outcome-copied").textContent = button.dataset.done;
    } catch {
      // Without leave to write to the clipboard the text is at least selected.
      getSelection().selectAllChildren(this.outcome.querySelector(".outcome-file"));
    }
  }

  // --- parts of the form ----------------------------------------------------------------------------------------

  add(button) {
    const entries = [...button.closest("[data-section]").querySelectorAll(":scope > [data-kind='entry']")];
    const next = entries.find((entry) => entry.hidden);
    next.hidden = false;
    button.hidden = entries.every((entry) => !entry.hidden);
    this.changed();
    next.querySelector("input, select, textarea").focus();
  }

  remove(button) {
    const part = button.closest("[data-section]");
    part.hidden = true;
    const opener = this.form.querySelector(`[data-shows="${part.id}"]`) ?? part.parentElement.querySelector(":scope > p > [data-action='add']");
    opener.hidden = false;
    opener.setAttribute("aria-expanded", "false");
    this.changed();
    opener.focus();
  }

  reveal(button) {
    const part = document.getElementById(button.dataset.shows);
    this.opened(part);
    this.changed();
    part.querySelector("input, select, textarea").focus();
  }

  opened(part) {
    part.hidden = false;
    const opener = this.form.querySelector(`[data-shows="${part.id}"]`);
    opener?.setAttribute("aria-expanded", "true");
    if (opener) opener.hidden = true;
  }

  filter(input) {
    const wanted = fold(input.value).trim();
    for (const item of document.getElementById(input.dataset.filters).querySelectorAll("ul li")) {
      item.hidden = !fold(item.textContent).includes(wanted) && !item.querySelector("input").checked;
    }
  }

  // --- drafts ---------------------------------------------------------------------------------------------------

  inputs() {
    return [...this.form.querySelectorAll("input[name], select[name], textarea[name]")];
  }

  keep() {
    const values = this.inputs()
      .map((input, place) => [place, input.type === "checkbox" ? (input.checked ? input.value : "") : input.value])
      .filter(([, value]) => value)
      .map(([place, value]) => [this.nameOf(place), value]);
    const open = [...this.form.querySelectorAll("[data-section]:not([hidden])")].map((part) => part.id);
    this.store(values.length ? JSON.stringify({ values, open, own: [...this.own] }) : null);
  }

  nameOf(place) {
    const input = this.inputs()[place];
    return input.type === "checkbox" ? `${input.name}=${input.value}` : input.name;
  }

  /** Browsers may refuse storage; the form works without. */
  store(text) {
    try {
      if (text === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, text);
    } catch {
      // Nothing is kept.
    }
  }

  restore() {
    let draft = null;
    try {
      draft = JSON.parse(localStorage.getItem(this.key));
    } catch {
      // No draft, or none that can be read.
    }
    if (!draft?.values) return;
    const inputs = new Map(this.inputs().map((input, place) => [this.nameOf(place), input]));
    for (const [name, value] of draft.values) {
      const input = inputs.get(name);
      if (input?.type === "checkbox") input.checked = true;
      else if (input) input.value = value;
    }
    for (const id of draft.open ?? []) {
      const part = document.getElementById(id);
      if (part) this.opened(part);
    }
    this.own = new Set(draft.own);
    this.form.querySelector(".draft").textContent = this.form.querySelector(".draft").dataset.found;
  }

  /** A record's page leads here with what it is about, as ?record=agreement/daegu-2004. */
  prefill() {
    for (const [path, value] of new URLSearchParams(location.search)) {
      const control = this.control(path);
      if (control?.matches("select")) control.value = value.replace(control.dataset.prefix ?? "", "");
    }
  }

  clear(button) {
    if (!window.confirm(button.dataset.sure)) return;
    window.clearTimeout(this.timer);
    this.store(null);
    this.form.reset();
    this.own.clear();
    this.checked = false;
    for (const part of this.form.querySelectorAll("[data-kind='entry']:not([data-section$='.0'])")) part.hidden = true;
    for (const opener of this.form.querySelectorAll("[data-action='reveal']")) {
      document.getElementById(opener.dataset.shows).hidden = true;
      opener.hidden = false;
    }
    for (const opener of this.form.querySelectorAll("[data-action='add']")) opener.hidden = false;
    this.outcome.hidden = true;
    this.mark([]);
    this.follow();
    const draft = this.form.querySelector(".draft");
    draft.textContent = draft.dataset.gone;
    this.controls[0].focus();
  }
}

const form = document.querySelector("#webform");
if (form) new WebForm(form);
