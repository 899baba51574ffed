// The view in the page's address: the text typed, the order, and the options chosen by facet.

// Some browsers refuse more than a hundred changes of the address in ten seconds, so typing changes it after a pause.
const PAUSE = 300;

export class ViewAddress {
  constructor(form, facets) {
    this.form = form;
    this.facets = facets;
    // True while the newest entry of the history holds a text that is still being typed.
    this.typing = false;
  }

  /** Set the controls as the address says. */
  restore() {
    const { q, sort } = this.form;
    const query = new URLSearchParams(location.search);
    q.value = query.get("q") ?? "";
    sort.value = query.get("sort") ?? "";
    // An order that is not in the list leaves the list without a choice.
    if (sort.selectedIndex < 0) sort.value = "";
    this.facets.read(query);
    window.clearTimeout(this.timer);
    this.typing = false;
    this.linkOtherLanguage();
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
    history[method](null, "", location.pathname + this.query());
    this.linkOtherLanguage();
  }

  /** The view as an address's query. Parameters of others, such as the words that were searched, stay as they are. */
  query() {
    const query = new URLSearchParams(location.search);
    const typed = this.form.q.value.trim();
    const order = this.form.sort.value;
    query.delete("q");
    query.delete("sort");
    if (typed) query.set("q", typed);
    this.facets.write(query);
    if (order) query.set("sort", order);
    const text = query.toString();
    return text ? `?${text}` : "";
  }

  /** Lead to the same view in the other language, where the keys are the same. */
  linkOtherLanguage() {
    for (const link of document.querySelectorAll("a.language-switch")) link.search = this.query();
  }
}
