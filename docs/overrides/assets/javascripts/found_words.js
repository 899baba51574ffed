/* Marks on a page the words by which the search found it. A hit's link brings them along as `h` in its address
   (workers/search_when_asked.js), which theme_when_asked.js loads this script for; they are then taken out of it.

   They are painted over the text, so that the page stays as it is. A browser that cannot do that marks nothing. */
import { fold } from "./folding.js";

// As site.css paints it.
const NAME = "found";
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
// Words of fewer letters are marked where they stand as a whole.
const BEGINNING = 3;

const address = new URL(location.href);
const sought = address.searchParams.get("h")?.match(WORD) ?? [];
address.searchParams.delete("h");
try {
  history.replaceState(history.state, "", address);
} catch {
  // Refused where pages are files, or after too many changes: the address keeps the words.
}
if (self.CSS?.highlights) {
  const ranges = sought.flatMap(search(wordsOf(document.querySelector("article"))));
  if (ranges.length) CSS.highlights.set(NAME, new Highlight(...ranges));
  // Where all of them are folded away, the first is brought to sight.
  const folds = ranges.map((range) => range.startContainer.parentElement.closest("details:not([open])"));
  if (folds.length && folds.every(Boolean)) folds[0].open = true;
}

/** The words of an article that its search knows, with their places: [text node, first character, word]. */
function wordsOf(article) {
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("[data-search-exclude], nav, script") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const found = [];
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(WORD)) found.push([texts.currentNode, word.index, word[0]]);
  }
  return found;
}

/** What gives the places of a sought word: those with the accents that were typed, or else those with its letters. */
function search(words) {
  const folded = new Map();
  const letters = (word) => folded.get(word) ?? folded.set(word, fold(word)).get(word);
  const small = (word) => word.normalize("NFC").toLowerCase();
  const range = ([node, start, word]) => new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: start + word.length });
  return (typed) => {
    const alike = (spelled) => {
      const wanted = spelled(typed);
      return words.filter(([, , word]) => spelled(word) === wanted || (wanted.length >= BEGINNING && spelled(word).startsWith(wanted)));
    };
    const accented = small(typed) === letters(typed) ? [] : alike(small);
    return (accented.length ? accented : alike(letters)).map(range);
  };
}
