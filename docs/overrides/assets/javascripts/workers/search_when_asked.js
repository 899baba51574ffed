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

  /** The entries of the search, each tagged with its kind and with its status of today. */
  async function entriesOfToday() {
    const answer = await fetched(at("../../../search/entries.json"));
    const entries = await answer.json();
    // Vietnam keeps one time all year.
    const today = new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);
    for (const entry of entries) {
      for (const [day, status] of entry.later ?? []) if (day <= today) entry.tags[entry.tags.length - 1] = status;
      // The theme takes what has a fragment for a part of another entry; a shortcut to a section is one of its own.
      const { location } = entry;
      if (location.includes("?#")) Object.assign(entry, { location: location.replace("#", ""), leads: location.replace("?", "") });
    }
    return entries;
  }

  /** The address of a page or section that was found, with the words that it holds, for ../found_words.js. */
  function withWords({ location, terms }) {
    const words = Object.keys(terms ?? {}).filter((term) => terms[term]);
    const [page, section] = location.split("#");
    if (!words.length || page.includes("?")) return location;
    return `${page}?${new URLSearchParams({ h: words.join(" ") })}${section ? `#${section}` : ""}`;
  }

  /** Have the hits of the theme's worker lead where their entries say. */
  function leadOn() {
    const post = self.postMessage.bind(self);
    self.postMessage = (message) => {
      for (const hit of message.data?.items?.flat() ?? []) hit.location = hit.leads ?? withWords(hit);
      post(message);
    };
  }

  async function startThemesWorker() {
    const entries = entriesOfToday();
    const message = await setup;
    // The theme's worker loads these synchronously; fetched now, they come from the browser's cache then.
    const names = ["stemmer.support", ...message.data.config.lang];
    const scripts = names.map((name) => at(`../lunr/min/lunr.${name}.min.js`));
    // Used by our index.
    const folding = ["table", "letters"].map((name) => at(`../folding/${name}.js`));
    const [docs] = await Promise.all([entries, ...[...folding, theirs, ...scripts].map(fetched)]);
    leadOn();
    importScripts(...folding, theirs);
    dispatchEvent(new MessageEvent("message", { data: { ...message, data: { ...message.data, docs } } }));
  }

  /** The worker's end of the channel to the page; nothing where the browser gives the page or the worker none. */
  function opened() {
    try {
      return own.has("channel") ? new BroadcastChannel(own.get("channel")) : null;
    } catch {
      return null;
    }
  }

  const page = opened();
  if (page) {
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
