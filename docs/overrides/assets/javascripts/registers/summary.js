// The filters chosen, the number of rows found, and the number of rows that each filter would show, in words that stand
// on the root element (macros/website/templates/partials/register.jinja).
import { element } from "../elements.js";
import { PAGE } from "./row_window.js";

export class Summary {
  /** @param unchoose called with the filter whose button was pressed to remove it */
  constructor(root, facets, ranges, unchoose) {
    this.root = root;
    this.facets = facets;
    this.ranges = ranges;
    this.unchoose = unchoose;
    this.words = root.dataset;
    this.format = new Intl.NumberFormat(document.documentElement.lang);
    this.list = root.querySelector(".browse-chosen");
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  /** Show the filters chosen, and the number of rows beside each option. */
  choices(typed) {
    for (const { count, number, item } of this.facets.options) {
      number.textContent = this.format.format(count);
      item.classList.toggle("browse-zero", count === 0);
    }
    const picked = [...this.facets.options.filter(({ input }) => input.checked), ...this.ranges.chosen];
    this.list.replaceChildren(...picked.map((filter) => element("li", {}, this.chip(filter))));
    this.list.hidden = picked.length === 0;
    this.find(".browse-number").textContent = picked.length ? `(${picked.length})` : "";
    this.find(".browse-actions [data-action='clear']").hidden = picked.length === 0 && !typed;
  }

  /** A filter as a button that removes it; on paper it tells what the table was filtered by. */
  chip(filter) {
    const button = element("button", { type: "button", className: "chip" }, filter.title);
    button.setAttribute("aria-label", this.words.remove.replace("{filter}", filter.title));
    button.addEventListener("click", () => this.unchoose(filter));
    return button;
  }

  /** Mark the view of the address among those offered above the table. */
  offered(address) {
    for (const link of this.root.querySelectorAll(".browse-quick a")) {
      if (address.isAt(link)) {
        link.setAttribute("aria-current", "true");
        // On a phone the views stand in a row that scrolls.
        const row = link.closest("ul");
        row.scrollLeft += link.getBoundingClientRect().left - row.getBoundingClientRect().left - 20;
      } else link.removeAttribute("aria-current");
    }
  }

  /** Tell how many of all rows were found, and how many of those are shown. */
  result(all, { rows, visible }) {
    const none = rows.length === 0;
    const rest = rows.length - visible.length;
    this.say(this.count(all, rows.length, visible.length));
    this.find(".browse-none").hidden = !none;
    this.find("table.register").hidden = none;
    this.find(".browse-downloads").hidden = none;
    const more = this.find(".browse-more");
    more.hidden = rest === 0;
    more.firstElementChild.textContent = this.words.more.replace("{n}", this.format.format(Math.min(PAGE, rest)));
  }

  count(all, found, shown) {
    const number = (value) => this.format.format(value);
    const count = found === all ? this.words.all : this.words.some.replace("{n}", number(found));
    return found === shown ? count : this.words.first.replace("{count}", count).replace("{n}", number(shown));
  }

  say(text) {
    const status = this.find(".browse-count");
    // Some screen readers repeat a text that is written again unchanged.
    if (status.textContent !== text) status.textContent = text;
  }
}
