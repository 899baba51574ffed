/* Makes what shows the results of a search, and fetches the search's entries only when a reader uses the search box.

   The entries are the largest file that a page could fetch, and most readers never search. The theme's script starts
   its search worker as soon as a page is loaded. This script, which runs between the theme's settings and the theme's
   script, makes the settings name workers/search_when_asked.js instead, and tells that worker when the box is used.

   The theme's script keeps the worker to itself, so page and worker talk over a channel with a random name. Where a
   browser refuses workers, the theme's script takes the box away; here it stays, and says that nothing is searched. */
{
  // Milliseconds after which a worker that has not started is taken for refused.
  const PATIENCE = 8000;

  const { failed } = document.currentScript.dataset;
  const config = document.getElementById("__config");
  const settings = JSON.parse(config.textContent);
  const channel = `search ${Math.random()}`;
  const theirs = settings.search.split("/").pop();
  const worker = opened();
  // In the fragment, so that the worker's file has one address in the browser's cache. Without a channel it starts at once.
  const given = new URLSearchParams(worker ? { theirs, channel } : { theirs });
  settings.search = settings.search.replace(theirs, `search_when_asked.js#${given}`);
  config.textContent = JSON.stringify(settings);

  const box = document.querySelector(".md-search__input");
  const said = box && furnish();
  if (box) sayWhereRefused();
  if (box && worker) {
    const { preparing } = box.dataset;
    let asked = document.activeElement === box;
    let started = false;
    const ask = () => {
      if (!asked) setTimeout(() => { if (!started) said.textContent = failed; }, PATIENCE);
      asked = true;
      if (said.textContent === failed) said.textContent = preparing;
      worker.postMessage("asked");
    };
    box.addEventListener("focus", ask);
    box.addEventListener("input", ask);
    worker.onmessage = ({ data }) => {
      if (data === "started") {
        started = true;
        if (asked) ask();
      }
      if (data === "failed") {
        asked = false;
        said.textContent = failed;
      }
      if (data === "ready") {
        worker.close();
        box.removeEventListener("focus", ask);
        box.removeEventListener("input", ask);
      }
    };
  }

  /** Add what the theme's script looks for besides the box; return the line that says how the search stands. */
  function furnish() {
    box.form.insertAdjacentHTML("beforeend", `<div class="md-search__options">
      <button type="reset" class="md-search__icon" tabindex="-1"><span class="icon icon--close"></span></button></div>
      <div class="md-search__suggest" data-md-component="search-suggest"></div>`);
    box.form.querySelector("button").setAttribute("aria-label", box.dataset.reset);
    box.form.insertAdjacentHTML("afterend", `<div class="md-search__output">
      <div class="md-search__scrollwrap" tabindex="0"><div class="md-search-result" data-md-component="search-result">
        <div class="md-search-result__meta"></div><ol class="md-search-result__list" role="presentation"></ol>
      </div></div></div>`);
    const line = box.form.parentElement.querySelector(".md-search-result__meta");
    line.textContent = box.dataset.preparing;
    return line;
  }

  /** The page's end of the channel; nothing where the browser knows none, or refuses it along with its storage. */
  function opened() {
    try {
      return new BroadcastChannel(channel);
    } catch {
      return null;
    }
  }

  /** Keep the box where the theme's script takes it away, and have it say why. */
  function sayWhereRefused() {
    const search = box.closest(".md-search");
    const watch = new MutationObserver(() => {
      if (!search.hidden) return;
      watch.disconnect();
      search.hidden = false;
      said.textContent = failed;
      const toggle = document.getElementById("__search");
      // The theme's script, which did this, has given up.
      box.addEventListener("focus", () => { toggle.checked = true; });
      box.addEventListener("keydown", ({ key }) => {
        if (key === "Escape" || key === "Tab") toggle.checked = false;
      });
    });
    watch.observe(search, { attributes: true, attributeFilter: ["hidden"] });
  }
}
