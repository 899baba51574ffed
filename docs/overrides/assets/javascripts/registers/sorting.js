// The order of rows: chosen by a button in the head of a column, or from the list of orders on narrow screens.
import { element } from "../elements.js";

export class Sorting {
  /**
   * @param heads the row of the column heads, of each table
   * @param columns the names of the columns that can be sorted, in the order of the rows' ranks
   * @param select the list of orders: a column's name, "-" before it for descending, or nothing for the page's order
   * @param changed called when a button has chosen another order
   */
  constructor(heads, columns, select, changed) {
    this.headers = heads.flatMap((head) => [...head.querySelectorAll("th[data-sort]")]);
    this.columns = columns;
    this.select = select;
    for (const header of this.headers) {
      const button = element("button", { type: "button", className: "sort" }, ...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        this.turn(header.dataset.sort);
        changed();
      });
    }
  }

  /** Sort by a column: ascending, then descending, then back to the order of the page. */
  turn(column) {
    const next = { [column]: `-${column}`, [`-${column}`]: "" };
    this.select.value = next[this.select.value] ?? column;
  }

  /** Put rows into the chosen order, and mark the column's head. */
  sort(rows) {
    const order = this.select.value;
    const descending = order.startsWith("-");
    const column = descending ? order.slice(1) : order;
    this.mark(column, descending);
    if (!order) return rows;
    const index = this.columns.indexOf(column);
    const rank = ({ ranks }) => (ranks[index] === "-" ? null : Number(ranks[index]));
    return rows.sort((a, b) => compare(rank(a), rank(b), descending) || a.place - b.place);
  }

  mark(column, descending) {
    for (const header of this.headers) {
      if (header.dataset.sort === column) header.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else header.removeAttribute("aria-sort");
    }
  }
}

/** Compare ranks; rows without a value come last in either direction. */
function compare(one, other, descending) {
  if (one === null || other === null) return (one === null) - (other === null);
  return descending ? other - one : one - other;
}
