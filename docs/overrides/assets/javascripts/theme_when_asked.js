/* Loads the theme's script when a reader begins to search: on this site it does nothing else, and running it on every
   page would hold up readers who never search.

   Until it is there, this script opens the search as the theme's would: by its button, its box, or a key. */
{
  const own = document.currentScript;
  const box = document.querySelector(".md-search__input");
  const toggle = document.getElementById("__search");
  // Milliseconds after which the theme's script has dealt with the address of the page.
  const SETTLED = 300;
  let asked = false;
  let loaded = false;

  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = own.src.replace(/[^/]+$/, own.dataset.theme);
    script.onload = () => {
      loaded = true;
      setTimeout(() => toggle.removeEventListener("click", keepOpen), SETTLED);
    };
    // What failed may be tried again.
    script.onerror = () => { asked = false; };
    document.body.append(script);
  };
  // The theme's script closes the search when a page with a fragment is loaded, which it takes this moment for.
  const keepOpen = (event) => {
    if (!event.isTrusted && document.activeElement === box) event.preventDefault();
  };
  toggle.addEventListener("click", keepOpen);
  toggle.addEventListener("change", () => { if (toggle.checked) box.focus(); });
  box.addEventListener("focus", () => {
    toggle.checked = true;
    load();
  });

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (loaded || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "Enter" && target.matches("label[for=__search]")) target.click();
    if (!["/", "s", "f"].includes(key) || target.matches("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    box.focus();
  });

  // A link may hold the words by which its page was found.
  if (new URLSearchParams(location.search).has("h")) import("./found_words.js");
  // A link may hold the query; the theme's script reads it.
  if (new URLSearchParams(location.search).has("q") && !document.querySelector("[data-register]")) load();
}
