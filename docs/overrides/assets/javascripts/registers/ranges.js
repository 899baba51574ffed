// The spans of years of a register: from one year to another, with the undated rows or without them. In the address a
// span is one parameter: `year=2020-2024`, `year=2020-`, `year=2019`, and `year=none` for what has no date.

const NONE = "none";
const SPAN = /^(\d{4})?(-)?(\d{4})?$/;

export class Ranges {
  constructor(form, words) {
    this.ranges = [...form.querySelectorAll("[data-range]")].map((group) => new YearRange(group, words));
  }

  /** For each span, the years of a row by their sort; a row names them as `range.sort:year`. */
  yearsOf(tokens) {
    return this.ranges.map(({ name }) =>
      tokens.filter((token) => token.startsWith(`${name}.`)).map((token) => token.slice(name.length + 1).split(":")),
    );
  }

  /** True if a row lies in every span that was chosen. */
  hold({ years }) {
    return this.ranges.every((range, index) => range.holds(years[index]));
  }

  /** The spans chosen, each with its title and a way to remove it. */
  get chosen() {
    return this.ranges.filter((range) => range.title);
  }

  clear() {
    for (const range of this.ranges) range.remove();
  }

  read(query) {
    for (const range of this.ranges) range.read(query);
  }

  write(query) {
    for (const range of this.ranges) range.write(query);
  }
}

class YearRange {
  constructor(group, words) {
    this.name = group.dataset.range;
    this.label = group.querySelector("legend").textContent;
    this.words = words;
    const field = (part) => group.querySelector(`[name='${this.name}-${part}']`);
    this.from = field("from");
    this.to = field("to");
    // Missing where every row has a date.
    this.undated = field("none");
    // Missing where there is one sort of year.
    this.sort = field("of");
  }

  /** The years typed; one that is not finished counts as none. */
  get span() {
    const year = ({ value }) => (/^\d{4}$/.test(value) ? value : "");
    return [year(this.from), year(this.to)];
  }

  holds(years) {
    const [from, to] = this.span;
    const undated = this.undated?.checked ?? false;
    const sort = this.sort?.value ?? "";
    const asked = sort ? years.filter(([of]) => of === sort) : years;
    if (undated && asked.some(([, year]) => year === NONE)) return true;
    if (!from && !to) return !undated && (!sort || asked.some(([, year]) => year !== NONE));
    return asked.some(([, year]) => year !== NONE && year >= from && (!to || year <= to));
  }

  /** The span in words; empty where none is chosen. */
  get title() {
    const [from, to] = this.span;
    const undated = this.undated?.checked;
    const sort = this.sort?.selectedOptions[0]?.value ? this.sort.selectedOptions[0].textContent : "";
    const form = !from && !to ? "" : !to ? this.words.since : !from ? this.words.until : this.words.between;
    const years = from && from === to ? from : form.replace("{from}", from).replace("{to}", to);
    const span = !undated ? years : years ? this.words.undated.replace("{years}", years) : this.words.onlyUndated;
    const parts = [sort, span].filter(Boolean);
    return parts.length ? `${this.label}: ${parts.join(", ")}` : "";
  }

  remove() {
    this.from.value = "";
    this.to.value = "";
    if (this.undated) this.undated.checked = false;
    if (this.sort) this.sort.value = "";
  }

  /** Take the span from an address. Of several spans, the outermost years count. */
  read(query) {
    this.remove();
    const asked = query.getAll(this.name);
    if (this.undated) this.undated.checked = asked.includes(NONE);
    const spans = asked.map((text) => text.match(SPAN)).filter((span) => span?.[0]);
    const first = spans.map(([, from]) => from);
    const last = spans.map(([, from, dash, to]) => (dash ? to : from));
    if (spans.length && first.every(Boolean)) this.from.value = first.sort()[0];
    if (spans.length && last.every(Boolean)) this.to.value = last.sort().at(-1);
    if (!this.sort) return;
    this.sort.value = query.get(`${this.name}-of`) ?? "";
    if (this.sort.selectedIndex < 0) this.sort.value = "";
  }

  write(query) {
    const [from, to] = this.span;
    query.delete(this.name);
    query.delete(`${this.name}-of`);
    if (from || to) query.append(this.name, from === to ? from : `${from}-${to}`);
    if (this.undated?.checked) query.append(this.name, NONE);
    if (this.sort?.value) query.set(`${this.name}-of`, this.sort.value);
  }
}
