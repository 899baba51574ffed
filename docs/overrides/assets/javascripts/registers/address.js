// The view in the page's address: the text typed, the order, and the options chosen by facet.

// The text was in the parameter `q` once, which belongs to the theme: its search opens with it, and Escape removes it.
const THEME = "q";
// Some browsers refuse more than a hundred changes of the address in ten seconds, so typing changes it after a pause.
const PAUSE = 300;

export class ViewAddress {
  /** @param filters what was chosen besides: the facets, and the spans of years */
  constructor(form, ...filters) {
    this.form = form;
    this.filters = filters;
    // True while the newest entry of the history holds a text that is still being typed.
    this.typing = false;
  }

  /** Set the controls as the address says, or another query. */
  restore(search = location.search) {
    const { find, sort } = this.form;
    const query = new URLSearchParams(search);
    find.value = query.get("find") ?? query.get(THEME) ?? "";
    sort.value = query.get("sort") ?? "";
    // An order that is not in the list leaves the list without a choice.
    if (sort.selectedIndex < 0) sort.value = "";
    for (const filter of this.filters) filter.read(query);
    window.clearTimeout(this.timer);
    this.typing = false;
    this.linkOtherLanguage();
  }

  /** Go to the view that a query tells, as a page of the history. */
  go(query) {
    window.clearTimeout(this.timer);
    change("pushState", location.pathname + query);
    this.restore(query);
  }

  /** True if a link leads to this view. */
  isAt(link) {
    const parts = (search) => [...new URLSearchParams(search)].map(String).sort().join();
    return parts(link.search) === parts(this.query());
  }

  /** Add the view to the history. */
  note() {
    window.clearTimeout(this.timer);
    this.write("pushState");
    this.typing = false;
  }

  /** Add the view to the history after a pause; all that is typed in one go is one step back. */
  noteSoon() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.write(this.typing ? "replaceState" : "pushState");
      this.typing = true;
    }, PAUSE);
  }

  write(method) {
    change(method, location.pathname + this.query());
    this.linkOtherLanguage();
  }

  /** The view as an address's query. Parameters of others, such as the words that were searched, stay as they are. */
  query() {
    const query = new URLSearchParams(location.search);
    const typed = this.form.find.value.trim();
    const order = this.form.sort.value;
    for (const name of [THEME, "find", "sort"]) query.delete(name);
    if (typed) query.set("find", typed);
    for (const filter of this.filters) filter.write(query);
    if (order) query.set("sort", order);
    const text = query.toString();
    return text ? `?${text}` : "";
  }

  /** Turn an address of before into one of today, and close the search that the theme has opened for it. */
  renew() {
    const query = new URLSearchParams(location.search);
    const typed = query.get(THEME);
    if (typed === null) return;
    query.delete(THEME);
    if (!query.has("find")) query.set("find", typed);
    change("replaceState", `${location.pathname}?${query}${location.hash}`);
    const search = document.querySelector("#__search");
    if (search?.checked) search.click();
  }

  /** Lead to the same view in the other language, where the keys are the same. */
  linkOtherLanguage() {
    for (const link of document.querySelectorAll("a.language-switch")) link.search = this.query();
  }
}

/** Change the address. Browsers refuse it where pages are files, or after too many changes: views work without. */
function change(method, address) {
  try {
    history[method](null, "", address);
  } catch {
    // The address stays as it is.
  }
}
