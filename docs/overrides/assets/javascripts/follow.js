// The page "Follow": a reader chooses lines of the lists and gets their feeds as one OPML file, or their calendars as
// one file to import. Both are made here; nothing is sent, and what was chosen is kept in this browser.
import { download, element } from "./elements.js";
import { fold } from "./folding.js";
import { merged } from "./follow/calendars.js";
import { opml } from "./follow/opml.js";

const KEPT_AS = "follow";

class Follow {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector(".follow-controls");
    // The lists stand beside the form, not within it: headings within an element would be no Markdown.
    this.page = root.closest("article");
    this.lines = [...this.page.querySelectorAll(".follow-list > li")].map((item) => this.line(item));
    this.restore();
    this.page.addEventListener("change", ({ target }) => target.type === "checkbox" && this.changed());
    root.addEventListener("click", ({ target }) => this.act(target.dataset?.action));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.q.addEventListener("input", () => this.find(fold(this.form.q.value)));
    this.form.hidden = false;
    this.changed();
  }

  /** A line of a list with a box before it; the box is named by the record that the line begins with. */
  line(item) {
    const [record] = item.querySelectorAll("a");
    const address = (kind) => item.querySelector(`a[data-${kind}]`)?.href;
    const box = element("input", { type: "checkbox", ariaLabel: record.textContent });
    item.prepend(box, " ");
    const [feed, calendar] = [address("feed"), address("calendar")];
    return { item, box, name: record.textContent, page: record.href, feed, calendar, text: fold(record.textContent) };
  }

  get chosen() {
    return this.lines.filter(({ box }) => box.checked);
  }

  changed() {
    const { chosen } = this;
    this.form.querySelector("[data-count]").textContent = this.root.dataset.chosen.replace("{n}", chosen.length);
    const offered = { opml: chosen.some(({ feed }) => feed), ics: chosen.some(({ calendar }) => calendar) };
    for (const [action, possible] of Object.entries({ ...offered, clear: chosen.length > 0 })) {
      this.form.querySelector(`[data-action=${action}]`).disabled = !possible;
    }
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(chosen.map(({ page }) => new URL(page).pathname)));
    } catch {
      // Without storage, the choice lasts as long as the page.
      this.form.querySelector("[data-unkept]").hidden = chosen.length === 0;
    }
  }

  restore() {
    try {
      const kept = new Set(JSON.parse(localStorage.getItem(KEPT_AS) ?? "[]"));
      for (const { box, page } of this.lines) box.checked = kept.has(new URL(page).pathname);
    } catch {
      // What cannot be read was not kept by this page.
    }
  }

  /** Show the lines that have all the words, and open the lists that they stand in. */
  find(text) {
    const words = text.split(" ").filter(Boolean);
    for (const { item, text: own } of this.lines) item.hidden = !words.every((word) => own.includes(word));
    for (const list of this.page.querySelectorAll("details:has(.follow-list)")) {
      if (words.length) list.open = list.querySelector("li:not([hidden])") !== null;
    }
  }

  act(action) {
    if (action === "clear") this.clear();
    else if (action === "opml") this.opml();
    else if (action === "ics") this.ics();
  }

  clear() {
    for (const { box } of this.lines) box.checked = false;
    this.changed();
  }

  opml() {
    const { file, title } = this.root.dataset;
    download(opml(title, this.chosen.filter(({ feed }) => feed)), "text/x-opml", `${file}.opml`);
  }

  async ics() {
    const failed = this.form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const addresses = this.chosen.map(({ calendar }) => calendar).filter(Boolean);
      const answers = await Promise.all(addresses.map((address) => fetch(address)));
      if (!answers.every(({ ok }) => ok)) throw new Error("calendar");
      const calendars = await Promise.all(answers.map((answer) => answer.text()));
      download(merged(calendars), "text/calendar", `${this.root.dataset.file}.ics`);
    } catch {
      failed.hidden = false;
    }
  }
}

const root = document.querySelector("[data-follow]");
if (root) new Follow(root);
