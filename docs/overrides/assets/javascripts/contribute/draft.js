// The draft of a form in the browser's storage, so that nothing is lost when the page is left.

// Saved once typing pauses.
const PAUSE = 300;

export class Draft {
  constructor(name, form, sections, ids) {
    this.form = form;
    this.sections = sections;
    this.ids = ids;
    // With the query, which names a record: what was begun about one is not put below another.
    this.key = `da-nang:draft:${name}${location.search}`;
    this.status = form.querySelector(".draft");
  }

  inputs() {
    return [...this.form.querySelectorAll("input[name], select[name], textarea[name]")];
  }

  keepSoon() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), PAUSE);
  }

  keep() {
    const values = this.inputs()
      .map((input) => [nameOf(input), valueOf(input)])
      .filter(([, value]) => value);
    const open = [...this.form.querySelectorAll("[data-section]:not([hidden])")].map((part) => part.id);
    this.store(values.length ? JSON.stringify({ values, open, own: [...this.ids.own] }) : null);
  }

  store(text) {
    try {
      if (text === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, text);
    } catch {
      // A browser may refuse storage, or have no room left; the form works without.
      if (text !== null) this.status.textContent = this.status.dataset.lost;
    }
  }

  /** Put a draft back into the form, if there is one. */
  restore() {
    const draft = this.read();
    if (!isDraft(draft)) return;
    try {
      this.fill(draft);
      this.status.textContent = this.status.dataset.found;
    } catch {
      // Of a form that has changed since, or damaged: an empty form is better than none.
      this.form.reset();
      this.sections.reset();
      this.ids.own.clear();
      this.store(null);
    }
  }

  fill(draft) {
    const inputs = new Map(this.inputs().map((input) => [nameOf(input), input]));
    for (const [name, value] of draft.values) {
      const input = inputs.get(name);
      if (input?.type === "checkbox") input.checked = true;
      else if (input) input.value = value;
    }
    for (const id of draft.open) {
      const part = document.getElementById(id);
      if (part?.matches("[data-section]") && this.form.contains(part)) this.sections.open(part);
    }
    this.ids.own = new Set(draft.own);
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      // Refused, or not written by this form.
      return null;
    }
  }

  remove() {
    window.clearTimeout(this.timer);
    this.store(null);
    this.status.textContent = this.status.dataset.gone;
  }
}

/** Whether a value from the storage is a draft as `keep` writes it; other pages of this host may write there, too. */
function isDraft(draft) {
  const texts = (list) => Array.isArray(list) && list.every((text) => typeof text === "string");
  return (
    Array.isArray(draft?.values) &&
    draft.values.every((pair) => texts(pair) && pair.length === 2) &&
    texts(draft.open) &&
    texts(draft.own)
  );
}

/** The name of an input in a draft; checkboxes of a list share theirs, so their value is added. */
function nameOf(input) {
  return input.type === "checkbox" ? `${input.name}=${input.value}` : input.name;
}

function valueOf(input) {
  return input.type === "checkbox" && !input.checked ? "" : input.value;
}
