// A register: a table, or tables in folds, that the page holds whole, with controls to search, filter, sort and download its rows.
//
// The page works without these modules. The values of each row, their labels and the order of rows are computed when
// the site is built (macros/views/registers); here rows are only compared, moved and counted.
import { download } from "../elements.js";
import { ViewAddress } from "./address.js";
import { csv } from "./csv.js";
import { Facets } from "./facets.js";
import { Filter } from "./filter.js";
import { Ranges } from "./ranges.js";
import { RowFolds } from "./row_folds.js";
import { RowWindow } from "./row_window.js";
import { readRows } from "./rows.js";
import { Sorting } from "./sorting.js";
import { Summary } from "./summary.js";
import { viewCells } from "./view_cells.js";
import { TYPE, xlsx } from "./xlsx.js";

class Register {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector(".browse-controls");
    const tables = [...root.querySelectorAll("table.register")];
    const heads = tables.map((table) => table.tHead.rows[0]);
    [this.head] = heads;
    this.facets = new Facets(this.form);
    this.ranges = new Ranges(this.form, root.dataset);
    this.rows = readRows(tables, this.facets, this.ranges);
    this.filter = new Filter(this.rows, this.facets, this.ranges);
    this.sorting = new Sorting(heads, root.dataset.columns.split(" "), this.form.sort, () => this.changed());
    this.view = root.dataset.folds ? new RowFolds(tables, root.dataset.folds) : new RowWindow(tables[0].tBodies[0]);
    this.summary = new Summary(root, this.facets, this.ranges, (filter) => this.unchoose(filter));
    this.address = new ViewAddress(this.form, this.facets, this.ranges);
    this.listen();
    this.address.renew();
    this.restore();
    root.classList.add("browse--ready");
  }

  listen() {
    const { find } = this.form;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => {
      if (event.target !== find) this.changed();
    });
    find.addEventListener("focus", () => this.filter.prepare(), { once: true });
    find.addEventListener("input", () => this.changed({ typing: true }));
    this.root.addEventListener("click", ({ target }) => this.act(target.dataset?.action));
    this.root.querySelector(".browse-quick")?.addEventListener("click", (event) => this.offer(event));
    window.addEventListener("popstate", () => this.restore());
    window.addEventListener("hashchange", () => this.reveal());
    window.addEventListener("beforeprint", () => this.view.showAll());
    window.addEventListener("afterprint", () => this.view.show());
  }

  /** Do what a button says, by its data-action. */
  act(action) {
    if (action === "clear") this.clear();
    else if (action === "more") this.more();
    else if (action === "csv" || action === "xlsx") this.download(action);
  }

  /**
   * Show the view of a link above the table here, unless the reader wants it in another window. The link of the view
   * that is shown leads back to all rows.
   */
  offer(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.view.reset();
    this.address.go(this.address.isAt(link) ? "" : link.search);
    this.apply();
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
    this.view.rows = this.sorting.sort(this.filter.find(this.form.find.value));
    this.summary.choices(this.form.find.value);
    this.summary.offered(this.address);
    this.show();
  }

  show() {
    this.view.show();
    this.summary.result(this.rows.length, this.view);
  }

  reset() {
    this.form.find.value = "";
    this.facets.clear();
    this.ranges.clear();
  }

  clear() {
    this.reset();
    this.changed();
    this.form.find.focus();
  }

  /** Remove a filter; the next one gets the focus, or the search field where none is left. */
  unchoose(filter) {
    filter.remove();
    this.changed();
    (this.root.querySelector(".browse-chosen button") ?? this.form.find).focus();
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
    if (!row || this.view.holds(row)) return;
    if (!this.view.rows.includes(row)) {
      this.reset();
      this.apply();
    }
    this.view.growTo(row);
    this.show();
    row.element.scrollIntoView();
  }

  /** Download the rows found, in their order, as a file of a format. */
  download(format) {
    const { address, file, guarded, title } = this.root.dataset;
    const cells = viewCells(this.head, address, this.view.rows);
    if (format === "xlsx") download(xlsx(cells, title), TYPE, `${file}.xlsx`);
    else download(csv(cells, guarded), "text/csv;charset=utf-8", `${file}.csv`);
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
