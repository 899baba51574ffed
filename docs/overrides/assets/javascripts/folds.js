// Opens what is folded in an article: for paper, and where an address leads into it.

const opened = [];
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("article details:not([open])")) {
    fold.open = true;
    opened.push(fold);
  }
});
addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});

/** Open every fold around the place that the address names. Newer browsers do so by themselves. */
function lead() {
  const target = named();
  if (!target) return;
  const folds = [];
  for (let fold = target.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) {
    folds.push(fold);
  }
  if (folds.length === 0) return;
  for (const fold of folds) fold.open = true;
  target.scrollIntoView();
}

function named() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // The address is damaged.
    return null;
  }
}

addEventListener("hashchange", lead);
lead();
