// A web form: reads what is entered, shows what is wrong in the words of the data check, previews the record and its
// file, and offers ways to hand them over. Nothing is sent from here; drafts stay in this browser.
//
// Fields, labels, limits, choices and messages stand on the page (macros/contribute/forms). Without scripting the page
// says how else to contribute.
import { RefusedCharacters } from "./contribute/characters.js";
import { Checker } from "./contribute/checker.js";
import { Choices } from "./contribute/choices.js";
import { Draft } from "./contribute/draft.js";
import { Fields } from "./contribute/fields.js";
import { Ids } from "./contribute/ids.js";
import { Messages } from "./contribute/messages.js";
import { Outcome } from "./contribute/outcome.js";
import { recordOf } from "./contribute/record.js";
import { Sections } from "./contribute/sections.js";

/** An object read from JSON that has what stands there and nothing else: ids may be called `constructor`. */
function withoutPrototype(key, value) {
  const plain = typeof value === "object" && value !== null && !Array.isArray(value);
  return plain ? Object.assign(Object.create(null), value) : value;
}

class WebForm {
  constructor(form) {
    const { kind, form: name } = form.dataset;
    const given = (key) => JSON.parse(form.dataset[key], withoutPrototype);
    this.form = form;
    // Values of the record that are not asked for, by path, each with its rank.
    this.fixed = given("fixed");
    this.fields = new Fields(form);
    this.choices = new Choices(form, this.fields);
    this.sections = new Sections(form, this.fields, () => this.changed());
    const known = Object.assign(given("known"), { groups: this.choices.groups });
    this.ids = new Ids(this.fields, kind, known, this.fixed);
    const characters = new RefusedCharacters(given("characters"));
    this.checker = new Checker({ form, kind, known, characters, messages: given("messages") }, this.fields, this.ids);
    this.messages = new Messages(form, this.fields);
    this.outcome = new Outcome(document.querySelector("#outcome"), form, this.fields);
    this.draft = new Draft(name, form, this.sections, this.ids);
    // True once somebody asked for the check: from then on, messages follow what is typed.
    this.checked = false;
    this.begin();
  }

  begin() {
    this.draft.restore();
    this.prefill();
    this.follow();
    this.listen();
    this.form.hidden = false;
    document.body.classList.add("webform-ready");
  }

  /** Choose what the page that led here is about, as ?record=agreement/daegu-2004; ?agency=police offers its tasks. */
  prefill() {
    for (const [path, value] of new URLSearchParams(location.search)) {
      if (path === "agency") this.choices.only(value);
      const control = this.fields.at(path);
      if (control?.matches("select")) control.value = value.replace(control.dataset.prefix ?? "", "");
    }
  }

  listen() {
    this.form.addEventListener("input", ({ target }) => this.typed(target));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    this.form.addEventListener("click", ({ target }) => this.press(target.closest("[data-action]")));
  }

  typed({ dataset, value }) {
    if (dataset.filters) {
      this.choices.filter(dataset.filters, value);
      return;
    }
    if (dataset.path?.endsWith("id")) this.ids.own.add(dataset.path);
    this.changed();
  }

  /** Do what a button of the form says, by its data-action. */
  press(button) {
    const action = button?.dataset.action;
    if (action === "add") this.sections.add(button);
    else if (action === "remove") this.sections.remove(button);
    else if (action === "reveal") this.sections.reveal(button);
    else if (action === "clear" && window.confirm(button.dataset.sure)) this.clear();
  }

  changed() {
    this.follow();
    this.draft.keepSoon();
    this.outcome.hide();
    if (this.checked) this.messages.mark(this.checker.problems(this.record()));
  }

  /** Show the fields that belong to what is chosen, and suggest ids. */
  follow() {
    this.sections.follow();
    this.choices.follow();
    this.ids.suggest();
  }

  record() {
    return recordOf(this.fields, this.fixed);
  }

  check() {
    this.checked = true;
    const record = this.record();
    const problems = this.checker.problems(record);
    if (this.messages.mark(problems).length) {
      this.outcome.hide();
      this.messages.focusList();
    } else {
      this.outcome.show(record, problems);
    }
  }

  /** Start again, without the draft. */
  clear() {
    this.draft.remove();
    this.form.reset();
    this.ids.own.clear();
    this.checked = false;
    this.sections.reset();
    this.outcome.hide();
    this.messages.mark([]);
    this.follow();
    this.fields.controls[0].focus();
  }
}

const form = document.querySelector("#webform");
if (form) new WebForm(form);
