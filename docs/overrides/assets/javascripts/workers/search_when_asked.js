/* Stands in for the theme's search worker until somebody searches. It keeps what the page hands over when it is loaded,
   and answers nothing; to the page's script that is a search still being prepared, and it keeps the words that are typed.
   Once asked (see ../search_when_asked.js) it fetches the entries, becomes the theme's worker, and hands it the lot. */
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

  async function become() {
    const entries = fetched(at("../../../search/entries.json")).then((answer) => answer.json());
    const message = await setup;
    // What the theme's worker loads of its own while it stands still, from the browser's cache then.
    const scripts = ["stemmer.support", ...message.data.config.lang].map((name) => at(`../lunr/min/lunr.${name}.min.js`));
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
        await become();
        page.postMessage("ready");
        page.close();
      } catch {
        underWay = false;
        page.postMessage("failed");
      }
    };
    page.postMessage("started");
  } else become();
}
