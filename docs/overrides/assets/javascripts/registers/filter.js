// The rows that contain the text that was typed, have the options that were chosen and lie in the years asked for.
import { fold } from "../folding.js";

export class Filter {
  constructor(rows, facets, ranges) {
    this.rows = rows;
    this.facets = facets;
    this.ranges = ranges;
    // The folded texts of the first rows, as far as they were needed yet.
    this.texts = [];
  }

  /** Fold the rows' texts while the browser is idle, so that the first letter typed need not wait for it. */
  prepare() {
    window.requestIdleCallback?.((idle) => {
      while (this.texts.length < this.rows.length && idle.timeRemaining() > 1) this.foldNext();
      if (this.texts.length < this.rows.length) this.prepare();
    });
  }

  foldNext() {
    const { element } = this.rows[this.texts.length];
    this.texts.push(fold(`${element.textContent} ${element.dataset.words ?? ""}`));
  }

  /** The rows found, in the order of the page. Also counts, for each option, the rows that choosing it would show. */
  find(typed) {
    const hits = this.matches(typed);
    const { chosen } = this.facets;
    for (const option of this.facets.options) option.count = 0;
    const found = [];
    for (const [index, row] of this.rows.entries()) {
      if ((hits && !hits[index]) || !this.ranges.hold(row)) continue;
      const missed = missedFacets(row, chosen);
      if (missed.length === 0) found.push(row);
      // The options of a facet count the rows that pass all other facets.
      const counted = missed.length === 0 ? row.options : missed.length === 1 ? [row.options[missed[0]]] : [];
      for (const options of counted) for (const option of options) option.count += 1;
    }
    return found;
  }

  /** For each row, true if it contains what is typed: as a phrase or, where no row does, all its words. */
  matches(typed) {
    const phrase = fold(typed);
    if (!phrase) return null;
    while (this.texts.length < this.rows.length) this.foldNext();
    const whole = this.texts.map((text) => text.includes(phrase));
    if (whole.includes(true)) return whole;
    const words = phrase.split(" ");
    return this.texts.map((text) => words.every((word) => text.includes(word)));
  }
}

/** The places of the facets of which a row has none of the chosen options. */
function missedFacets(row, chosen) {
  return chosen.flatMap((picked, facet) => {
    const passes = !picked || row.options[facet].some((option) => picked.has(option));
    return passes ? [] : [facet];
  });
}
