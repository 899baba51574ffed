// The part of the rows found that stands in the document, because laying out thousands of rows is slow.

// Of more rows than a PAGE the first are shown, and another PAGE whenever the reader asks.
export const PAGE = 100;

export class RowWindow {
  constructor(body) {
    this.body = body;
    // All rows found, in their order.
    this.rows = [];
    this.reset();
  }

  reset() {
    this.size = PAGE;
  }

  grow() {
    this.size += PAGE;
  }

  /** Grow until a row is visible. */
  growTo(row) {
    this.size = Math.max(this.size, Math.ceil((this.rows.indexOf(row) + 1) / PAGE) * PAGE);
  }

  holds({ element }) {
    return element.isConnected;
  }

  get visible() {
    return this.rows.slice(0, this.size);
  }

  show() {
    this.place(this.visible);
  }

  /** Show every row found, for paper. */
  showAll() {
    this.place(this.rows);
  }

  /** Put these rows into the table. Leading rows that stand there already are not moved, so not laid out again. */
  place(rows) {
    const there = this.body.rows;
    let same = 0;
    while (same < rows.length && rows[same].element === there[same]) same += 1;
    if (same < there.length) {
      const rest = document.createRange();
      rest.setStartBefore(there[same]);
      rest.setEndAfter(this.body.lastElementChild);
      rest.deleteContents();
    }
    this.body.append(...rows.slice(same).map((row) => row.element));
  }
}
