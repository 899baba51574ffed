/* The search's entries are most of what a page could fetch, and most readers never search. The theme's script starts
   its worker when a page is loaded; this has it start workers/search_when_asked.js instead, and tells that one when the
   search box is used for the first time. It runs between the theme's settings and the theme's script, which reads them.

   Page and worker speak over a channel whose name no other page knows; the theme holds the worker itself. */
{
  const { failed } = document.currentScript.dataset;
  const config = document.getElementById("__config");
  const settings = JSON.parse(config.textContent);
  const channel = `search ${Math.random()}`;
  const theirs = settings.search.split("/").pop();
  // Behind "#", so that the browser's cache knows the file again on the next page.
  const given = new URLSearchParams({ theirs, channel });
  settings.search = settings.search.replace(theirs, `search_when_asked.js#${given}`);
  config.textContent = JSON.stringify(settings);

  const box = document.querySelector(".md-search__input");
  if (box && "BroadcastChannel" in self) {
    const worker = new BroadcastChannel(channel);
    const said = document.querySelector(".md-search-result__meta");
    const preparing = said.textContent;
    let asked = document.activeElement === box;
    const ask = () => {
      asked = true;
      if (said.textContent === failed) said.textContent = preparing;
      worker.postMessage("asked");
    };
    box.addEventListener("focus", ask);
    box.addEventListener("input", ask);
    worker.onmessage = ({ data }) => {
      if (data === "started" && asked) ask();
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
}
