// Rows that stand in folds, each fold with a table of its own. It has the methods of RowWindow.

export class RowFolds {
  /** @param words how many of a fold's rows were found, with {n} and {all} for the number and for all in words */
  constructor(tables, words) {
    this.words = words;
    this.format = new Intl.NumberFormat(document.documentElement.lang);
    this.folds = tables.map((table) => new RowFold(table));
    this.all = this.folds.reduce((sum, { size }) => sum + size, 0);
    // All rows found, in their order.
    this.rows = [];
  }

  reset() {}

  grow() {}

  showAll() {}

  /** Open the fold of a row. */
  growTo({ body }) {
    this.folds.find((fold) => fold.body === body).element.open = true;
  }

  holds({ element }) {
    return element.isConnected && element.closest("details").open;
  }

  get visible() {
    return this.rows;
  }

  /** Put the rows found into their folds. While rows are left out, folds that hold any are open, others are away. */
  show() {
    const narrowed = this.rows.length < this.all;
    for (const fold of this.folds) {
      const rows = this.rows.filter(({ body }) => body === fold.body);
      fold.place(rows, this.words.replace("{n}", this.format.format(rows.length)));
      fold.unfold(narrowed && rows.length > 0);
    }
  }
}

class RowFold {
  constructor(table) {
    this.element = table.closest("details");
    this.body = table.tBodies[0];
    this.size = this.body.rows.length;
    this.count = this.element.querySelector("summary small");
    this.counted = this.count.textContent;
    // True while it is open only because something is searched for.
    this.opened = false;
  }

  place(rows, words) {
    this.body.replaceChildren(...rows.map(({ element }) => element));
    this.element.hidden = rows.length === 0;
    this.count.textContent = rows.length < this.size ? words.replace("{all}", this.counted) : this.counted;
  }

  unfold(wanted) {
    if (wanted && !this.element.open) {
      this.opened = true;
      this.element.open = true;
    } else if (!wanted && this.opened) {
      this.opened = false;
      this.element.open = false;
    }
  }
}
