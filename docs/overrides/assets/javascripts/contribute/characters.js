// The characters that the check of the data refuses, from the table of macros/base/characters.py that the page holds.

export class RefusedCharacters {
  /** @param table for each rule, the lengths of runs of code points from U+0000: allowed, refused, allowed, … */
  constructor(table) {
    this.ranges = Object.entries(table).flatMap(([rule, lengths]) => refusedRanges(rule, lengths));
    this.ranges.sort((a, b) => a.first - b.first);
  }

  /** The name of the rule that a character breaks, or undefined. */
  rule(char) {
    const code = char.codePointAt(0);
    let [low, high] = [0, this.ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ranges[middle].first <= code) low = middle + 1;
      else high = middle;
    }
    const nearest = this.ranges[low - 1];
    return nearest && code < nearest.end ? nearest.rule : undefined;
  }
}

/** The refused runs as ranges of code points, without the end. */
function refusedRanges(rule, lengths) {
  const ranges = [];
  let code = 0;
  for (const [place, length] of lengths.entries()) {
    if (place % 2) ranges.push({ rule, first: code, end: code + length });
    code += length;
  }
  return ranges;
}

/** The number of a character, as U+200B. */
export function codePoint(char) {
  return `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
