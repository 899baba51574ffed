// Registers: find, filter, sort and download the rows of a table that the page holds whole.
//
// The page works without this module. Which values a row has, what they are called and how rows are ordered is computed
// when the site is built (macros/views/registers.py); here rows are only compared, moved and counted.

// Above LIMIT rows only the first PAGE stay in the document, because laying out thousands of rows is slow.
const LIMIT = 200;
const PAGE = 100;
// Typing changes the address once it pauses; some browsers refuse more than a hundred changes in ten seconds.
const PAUSE = 300;
const NARROW = "(max-width: 44.99em)";

/** Text without accents and case, as macros/text.fold; đ does not decompose. */
export function fold(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
  return plain.replace(/\s+/g, " ").trim();
}

/** A value for a CSV file; one that a spreadsheet would run as a formula is kept as text by an apostrophe. */
export function csvValue(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell's text: dates as the calendar writes them, lines joined, without what only screen readers get. */
function cellText(cell) {
  const copy = cell.cloneNode(true);
  for (const hidden of copy.querySelectorAll(".visually-hidden")) hidden.remove();
  for (const time of copy.querySelectorAll("time")) time.replaceWith(time.dateTime);
  for (const line of copy.querySelectorAll("br")) line.replaceWith("; ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

class Register {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector(".browse-controls");
    this.filters = root.querySelector(".browse-filters");
    const table = root.querySelector("table.register");
    this.head = table.tHead.rows[0];
    this.body = table.tBodies[0];
    this.columns = root.dataset.columns.split(" ");
    this.format = new Intl.NumberFormat(document.documentElement.lang);
    this.facets = [...this.form.querySelectorAll("fieldset")].map((fieldset) => this.facet(fieldset));
    this.tokens = new Map(
      this.facets.flatMap(({ name, options }, facet) =>
        [...options].map(([key, option]) => [`${name}:${key}`, { facet, option }]),
      ),
    );
    const [first, ...further] = [...table.tBodies];
    this.rows = [first, ...further].flatMap((part) => [...part.rows]).map((row, place) => this.row(row, place));
    for (const part of further) part.remove();
    this.texts = [];
    this.typing = false;
    this.shown = PAGE;
    this.sortButtons();
    this.listen();
    this.filters.open = !window.matchMedia(NARROW).matches;
    this.restore();
    root.classList.add("browse--ready");
  }

  facet(fieldset) {
    const options = new Map();
    for (const input of fieldset.querySelectorAll("input")) {
      const label = input.closest("label");
      options.set(input.value, {
        input,
        item: input.closest("li"),
        label: label.querySelector("span").textContent,
        number: label.querySelector("small"),
        count: 0,
      });
    }
    return { name: fieldset.dataset.facet, label: fieldset.querySelector("legend").textContent, options };
  }

  row(element, place) {
    const values = this.facets.map(() => []);
    for (const token of element.dataset.facets.split(" ")) {
      const found = this.tokens.get(token);
      if (found) values[found.facet].push(found.option);
    }
    return { element, place, values, ranks: element.dataset.order.split(" ") };
  }

  sortButtons() {
    for (const header of this.head.querySelectorAll("th[data-sort]")) {
      const button = element("button", { type: "button", className: "sort" }, ...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        const column = header.dataset.sort;
        // Up, down, and back to the order of the page.
        this.form.sort.value = { [column]: `-${column}`, [`-${column}`]: "" }[this.form.sort.value] ?? column;
        this.changed("push");
      });
    }
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => {
      if (event.target !== this.form.q) this.changed("push");
    });
    this.form.q.addEventListener("focus", () => this.prepare(), { once: true });
    this.form.q.addEventListener("input", () => this.changed("type"));
    this.root.addEventListener("click", (event) => this[event.target.dataset?.action]?.(event.target));
    window.addEventListener("popstate", () => this.restore());
    window.addEventListener("hashchange", () => this.reveal());
    window.addEventListener("beforeprint", () => this.place(this.found));
    window.addEventListener("afterprint", () => this.place(this.visible()));
  }

  /** Take the state from the address. */
  restore() {
    const query = new URLSearchParams(location.search);
    this.form.q.value = query.get("q") ?? "";
    this.form.sort.value = query.get("sort") ?? "";
    // A column that does not exist leaves the select without a choice.
    if (this.form.sort.selectedIndex < 0) this.form.sort.value = "";
    for (const { name, options } of this.facets) {
      const keys = new Set(query.getAll(name));
      for (const [key, option] of options) option.input.checked = keys.has(key);
    }
    window.clearTimeout(this.timer);
    this.typing = false;
    this.apply();
    this.link();
    this.reveal();
  }

  /** The state as an address's query; what belongs to others (the search's words) stays. */
  query() {
    const query = new URLSearchParams(location.search);
    for (const name of ["q", "sort", ...this.facets.map((facet) => facet.name)]) query.delete(name);
    if (this.form.q.value.trim()) query.set("q", this.form.q.value.trim());
    for (const { name, options } of this.facets) {
      for (const [key, option] of options) if (option.input.checked) query.append(name, key);
    }
    if (this.form.sort.value) query.set("sort", this.form.sort.value);
    const text = query.toString();
    return text ? `?${text}` : "";
  }

  /** The reader changed something: show it, and note it in the address; a word typed is one step back. */
  changed(how) {
    this.shown = PAGE;
    this.apply();
    window.clearTimeout(this.timer);
    if (how === "type") {
      this.timer = window.setTimeout(() => {
        this.note(this.typing ? "replaceState" : "pushState");
        this.typing = true;
      }, PAUSE);
    } else {
      this.note("pushState");
      this.typing = false;
    }
  }

  note(method) {
    history[method](null, "", location.pathname + this.query());
    this.link();
  }

  /** The other language's page shows the same view; keys are the same in both. */
  link() {
    for (const other of document.querySelectorAll("a.language-switch")) other.search = this.query();
  }

  clear() {
    this.form.q.value = "";
    for (const { options } of this.facets) for (const option of options.values()) option.input.checked = false;
    this.changed("push");
    this.form.q.focus();
  }

  /** Fold the rows' texts while the browser has nothing else to do, so that the first letter typed need not wait. */
  prepare() {
    window.requestIdleCallback?.((idle) => {
      while (this.texts.length < this.rows.length && idle.timeRemaining() > 1) this.foldNext();
      if (this.texts.length < this.rows.length) this.prepare();
    });
  }

  foldNext() {
    const { element } = this.rows[this.texts.length];
    this.texts.push(fold(`${element.textContent} ${element.dataset.words ?? ""}`));
  }

  /** Which rows hold what is typed: as a phrase, or, where no row does, all its words. */
  matches() {
    const phrase = fold(this.form.q.value);
    if (!phrase) return null;
    while (this.texts.length < this.rows.length) this.foldNext();
    const whole = this.texts.map((text) => text.includes(phrase));
    if (whole.includes(true)) return whole;
    const words = phrase.split(" ");
    return this.texts.map((text) => words.every((word) => text.includes(word)));
  }

  /** Find the rows, count each option as if it were chosen too, and show both. */
  apply() {
    const hits = this.matches();
    const chosen = this.facets.map(({ options }) => {
      const picked = [...options.values()].filter((option) => option.input.checked);
      return picked.length ? new Set(picked) : null;
    });
    for (const { options } of this.facets) for (const option of options.values()) option.count = 0;
    const found = [];
    for (const [index, row] of this.rows.entries()) {
      if (hits && !hits[index]) continue;
      const missed = chosen.flatMap((set, facet) => (set && !row.values[facet].some((v) => set.has(v)) ? [facet] : []));
      if (missed.length === 0) found.push(row);
      // An option counts the rows that pass all other facets: choosing it would show that many.
      const counted = missed.length === 0 ? row.values : missed.length === 1 ? [row.values[missed[0]]] : [];
      for (const options of counted) for (const option of options) option.count += 1;
    }
    this.found = this.sorted(found);
    this.counts();
    this.chosen();
    this.show();
  }

  sorted(rows) {
    const order = this.form.sort.value;
    const column = order.replace(/^-/, "");
    const down = order.startsWith("-");
    for (const header of this.head.querySelectorAll("th[data-sort]")) {
      if (header.dataset.sort === column) header.setAttribute("aria-sort", down ? "descending" : "ascending");
      else header.removeAttribute("aria-sort");
    }
    if (!order) return rows;
    const index = this.columns.indexOf(column);
    const rank = (row) => (row.ranks[index] === "-" ? null : Number(row.ranks[index]));
    const compare = (a, b) => {
      const [one, other] = [rank(a), rank(b)];
      // Rows without a value come last in either direction.
      if (one === null || other === null) return (one === null) - (other === null) || a.place - b.place;
      return (down ? other - one : one - other) || a.place - b.place;
    };
    return rows.sort(compare);
  }

  counts() {
    for (const { options } of this.facets) {
      for (const option of options.values()) {
        option.number.textContent = this.format.format(option.count);
        option.item.classList.toggle("browse-zero", option.count === 0);
      }
    }
  }

  /** The filters chosen, each a button that removes it; on paper they say what the table shows. */
  chosen() {
    const list = this.root.querySelector(".browse-chosen");
    const picked = this.facets.flatMap(({ label, options }) =>
      [...options.values()].filter(({ input }) => input.checked).map((option) => ({ label, option })),
    );
    list.replaceChildren(
      ...picked.map(({ label, option }) => {
        const text = `${label}: ${option.label}`;
        const button = element("button", { type: "button", className: "chip" }, text);
        button.setAttribute("aria-label", this.root.dataset.remove.replace("{filter}", text));
        button.addEventListener("click", () => {
          option.input.checked = false;
          this.changed("push");
          (list.querySelector("button") ?? this.form.q).focus();
        });
        return element("li", {}, button);
      }),
    );
    list.hidden = picked.length === 0;
    this.root.querySelector(".browse-number").textContent = picked.length ? `(${picked.length})` : "";
    const clear = this.root.querySelector(".browse-actions [data-action='clear']");
    clear.hidden = picked.length === 0 && !this.form.q.value;
  }

  visible() {
    return this.found.length > LIMIT ? this.found.slice(0, this.shown) : this.found;
  }

  show() {
    const { all, some, first, more } = this.root.dataset;
    const visible = this.visible();
    this.place(visible);
    const rest = this.found.length - visible.length;
    const count = this.found.length === this.rows.length ? all : some.replace("{n}", this.format.format(this.found.length));
    const text = rest ? first.replace("{count}", count).replace("{n}", this.format.format(visible.length)) : count;
    const status = this.root.querySelector(".browse-count");
    // Writing the same words again would make some screen readers say them again.
    if (status.textContent !== text) status.textContent = text;
    this.root.querySelector(".browse-none").hidden = this.found.length > 0;
    this.root.querySelector("table.register").hidden = this.found.length === 0;
    this.root.querySelector("[data-action='download']").hidden = this.found.length === 0;
    const next = this.root.querySelector(".browse-more");
    next.hidden = rest === 0;
    next.firstElementChild.textContent = more.replace("{n}", this.format.format(Math.min(PAGE, rest)));
  }

  /** Put these rows into the table; rows that stand right already are not touched, so they are not laid out again. */
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

  more() {
    const first = this.visible().length;
    this.shown += PAGE;
    this.show();
    this.found[first]?.element.querySelector("a")?.focus();
  }

  /** A row that the address names is shown, whatever was filtered. */
  reveal() {
    const name = decodeURIComponent(location.hash.slice(1));
    const row = name ? this.rows.find(({ element }) => element.id === name) : undefined;
    if (!row || row.element.isConnected) return;
    if (!this.found.includes(row)) {
      this.form.q.value = "";
      for (const { options } of this.facets) for (const option of options.values()) option.input.checked = false;
      this.apply();
    }
    this.shown = Math.max(this.shown, Math.ceil((this.found.indexOf(row) + 1) / PAGE) * PAGE);
    this.show();
    row.element.scrollIntoView();
  }

  /** The rows found, in their order, as CSV; the mark at its beginning makes spreadsheets read UTF-8. */
  csv() {
    const titles = [...this.head.cells].map((cell) => cell.textContent.trim());
    const lines = this.found.map(({ element }) => {
      const target = element.querySelector("a.record-link")?.href ?? new URL(`#${element.id}`, location).href;
      return [...[...element.cells].map(cellText), target];
    });
    const table = [[...titles, this.root.dataset.address], ...lines];
    return `\uFEFF${table.map((line) => `${line.map(csvValue).join(",")}\r\n`).join("")}`;
  }

  download() {
    const address = URL.createObjectURL(new Blob([this.csv()], { type: "text/csv;charset=utf-8" }));
    element("a", { href: address, download: `${this.root.dataset.file}.csv` }).click();
    window.setTimeout(() => URL.revokeObjectURL(address), 60000);
  }
}

for (const root of document.querySelectorAll("[data-register]")) new Register(root);
