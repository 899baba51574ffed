// A register: a table that the page holds whole, with controls to search, filter, sort and download its rows.
//
// The page works without these modules. The values of each row, their labels and the order of rows are computed when
// the site is built (macros/views/registers); here rows are only compared, moved and counted.
import { download } from "../elements.js";
import { ViewAddress } from "./address.js";
import { csv } from "./csv.js";
import { Facets } from "./facets.js";
import { Filter } from "./filter.js";
import { RowWindow } from "./row_window.js";
import { readRows } from "./rows.js";
import { Sorting } from "./sorting.js";
import { Summary } from "./summary.js";

// The width below which filters are folded, as in site.css.
const NARROW = "(max-width: 44.99em)";

class Register {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector(".browse-controls");
    const table = root.querySelector("table.register");
    this.head = table.tHead.rows[0];
    this.facets = new Facets(this.form);
    this.rows = readRows(table, this.facets);
    this.filter = new Filter(this.rows, this.facets);
    this.sorting = new Sorting(this.head, root.dataset.columns.split(" "), this.form.sort, () => this.changed());
    this.view = new RowWindow(table.tBodies[0]);
    this.summary = new Summary(root, this.facets, (option) => this.unchoose(option));
    this.address = new ViewAddress(this.form, this.facets);
    this.listen();
    root.querySelector(".browse-filters").open = !window.matchMedia(NARROW).matches;
    this.restore();
    root.classList.add("browse--ready");
  }

  listen() {
    const { q } = this.form;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => {
      if (event.target !== q) this.changed();
    });
    q.addEventListener("focus", () => this.filter.prepare(), { once: true });
    q.addEventListener("input", () => this.changed({ typing: true }));
    this.root.addEventListener("click", ({ target }) => this.act(target.dataset?.action));
    window.addEventListener("popstate", () => this.restore());
    window.addEventListener("hashchange", () => this.reveal());
    window.addEventListener("beforeprint", () => this.view.showAll());
    window.addEventListener("afterprint", () => this.view.show());
  }

  /** Do what a button says, by its data-action. */
  act(action) {
    if (action === "clear") this.clear();
    else if (action === "more") this.more();
    else if (action === "download") this.download();
  }

  /** Take the view from the address. */
  restore() {
    this.address.restore();
    this.apply();
    this.reveal();
  }

  /** Show what the reader changed, from the first row on, and note it in the address. */
  changed({ typing = false } = {}) {
    this.view.reset();
    this.apply();
    if (typing) this.address.noteSoon();
    else this.address.note();
  }

  /** Find and sort the rows that the controls ask for, and show them. */
  apply() {
    this.view.rows = this.sorting.sort(this.filter.find(this.form.q.value));
    this.summary.choices(this.form.q.value);
    this.show();
  }

  show() {
    this.view.show();
    this.summary.result(this.rows.length, this.view);
  }

  reset() {
    this.form.q.value = "";
    this.facets.clear();
  }

  clear() {
    this.reset();
    this.changed();
    this.form.q.focus();
  }

  /** Remove a filter; the next one gets the focus, or the search field where none is left. */
  unchoose(option) {
    option.input.checked = false;
    this.changed();
    (this.root.querySelector(".browse-chosen button") ?? this.form.q).focus();
  }

  more() {
    const first = this.view.visible.length;
    this.view.grow();
    this.show();
    this.view.rows[first]?.element.querySelector("a")?.focus();
  }

  /** Show the row that the address names, even if the filters leave it out. */
  reveal() {
    const name = fragment();
    const row = name ? this.rows.find(({ element }) => element.id === name) : undefined;
    if (!row || row.element.isConnected) return;
    if (!this.view.rows.includes(row)) {
      this.reset();
      this.apply();
    }
    this.view.growTo(row);
    this.show();
    row.element.scrollIntoView();
  }

  /** Download the rows found, in their order. */
  download() {
    const { address, file, guarded } = this.root.dataset;
    download(csv(this.head, address, this.view.rows, guarded), "text/csv", `${file}.csv`);
  }
}

for (const root of document.querySelectorAll("[data-register]")) new Register(root);

/** The name that the address ends with; one that is damaged names nothing. */
function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
