/* Stands in for the theme's search worker until somebody searches.

   It keeps the set-up message that the theme's script sends on every page and answers nothing, which that script takes
   for a search that is still being prepared. When asked (see ../search_when_asked.js) it fetches the entries, loads the
   theme's worker into itself, and replays the set-up message with the entries. */
{
  const own = new URLSearchParams(location.hash.slice(1));
  const at = (path) => new URL(path, location);
  const theirs = at(own.get("theirs"));

  const setup = new Promise((resolve) => {
    addEventListener("message", ({ data }) => resolve(data), { once: true });
  });

  async function fetched(path) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  }

  async function startThemesWorker() {
    const entries = fetched(at("../../../search/entries.json")).then((answer) => answer.json());
    const message = await setup;
    // The theme's worker loads these synchronously; fetched now, they come from the browser's cache then.
    const names = ["stemmer.support", ...message.data.config.lang];
    const scripts = names.map((name) => at(`../lunr/min/lunr.${name}.min.js`));
    const [docs] = await Promise.all([entries, ...[theirs, ...scripts].map(fetched)]);
    importScripts(theirs);
    dispatchEvent(new MessageEvent("message", { data: { ...message, data: { ...message.data, docs } } }));
  }

  if ("BroadcastChannel" in self) {
    const page = new BroadcastChannel(own.get("channel"));
    let underWay = false;
    page.onmessage = async () => {
      if (underWay) return;
      underWay = true;
      try {
        await startThemesWorker();
        page.postMessage("ready");
        page.close();
      } catch {
        underWay = false;
        page.postMessage("failed");
      }
    };
    page.postMessage("started");
  } else startThemesWorker();
}
