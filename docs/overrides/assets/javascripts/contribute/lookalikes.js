// Letters that stand in a text for others that look the same, as macros/base/lookalikes.py finds them.
import "../folding.js";

const { meant } = globalThis.foldingTable;
const ALWAYS = /[ÐƉɖ\uFB00-\uFB06\u2160-\u217F\u{1D400}-\u{1D7CB}]/u;
// Small eth, where a word begins with it.
const FIRST = "ð";

/** Each letter that stands for another, with what is meant: [letter, meant]. */
export function* lookalikes(text) {
  for (const [word] of text.matchAll(/[\p{L}\p{Nl}\p{No}]+/gu)) {
    const latin = /[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]/u.test(word);
    for (const [place, char] of [...word].entries()) {
      const other = char.toLowerCase() in meant && char !== FIRST && latin;
      if (ALWAYS.test(char) || other || (char === FIRST && place === 0)) yield [char, standsFor(char)];
    }
  }
}

function standsFor(char) {
  const small = meant[char.toLowerCase()] ?? char.normalize("NFKD");
  return char === char.toLowerCase() ? small : small.toUpperCase();
}
