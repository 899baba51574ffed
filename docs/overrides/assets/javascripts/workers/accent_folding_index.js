/* The search index of this site: it ignores accents, tolerates misspellings and ranks the names of records first.

   The build publishes this file in the place of the theme's lunr/min/lunr.vi.min.js
   (macros/website/adapter/generated_files.py). The theme's worker loads it, passes it every entry of
   search/entries.json through lunr's builder, and queries the index that the builder returns. Here the builder returns
   our index instead of lunr's, which cannot match words without their accents and ranks by word frequency rather than
   by what a page is called. The theme keeps the search box, the list of results and the highlighting.

   Words are compared folded (../folding/letters.js). Accents that were typed count where the same letters spell several
   words: pages that have them so come first. */

(() => {
  "use strict";

  const TONES = "\u0300\u0301\u0303\u0309\u0323";
  const MOST_PAGES = 60;
  const MOST_SECTIONS = 5;
  // A page that lacks a word of the query is listed if it scores at least this share of the best page.
  const PARTLY = 0.3;
  // Points for a match in a name of the page's record; matches in its text earn 40 at most.
  const EXACT = 160;
  const BEGINNING = 60;
  const INSIDE = 45;
  const SCATTERED = 20;
  const WITHIN_QUERY = 40;
  // The factor for a page that has most of the accented words of the query in other accents only: hạn is not Hàn.
  const ELSEWISE = 0.05;
  // Factors for a word that is typed in part, has other accents, is misspelt, or stands in a secondary name.
  const UNFINISHED = 0.8;
  const OTHER_ACCENTS = 0.55;
  const MISSPELT = 0.6;
  const OTHER_NAME = 0.95;

  const { plain: plainLetters, spelled } = globalThis.folding;
  const words = (text) => spelled(text).normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) || [];
  const plain = (html) => html.replace(/<[^<>]*>|&[a-z0-9#]{1,32};/gi, " ");

  const spellings = new Map();

  /** Split a word into its folded letters, the marks that make each another letter (ă, ơ, đ), and its tone.

      The tone is kept apart because writers place it differently: hòa, hoà. */
  function spell(word) {
    let spelling = spellings.get(word);
    if (spelling) return spelling;
    spelling = { folded: "", marks: [], tone: "" };
    for (const char of word.normalize("NFD")) {
      if (TONES.includes(char)) spelling.tone += char;
      else if (/\p{M}/u.test(char)) spelling.marks[Math.max(0, spelling.marks.length - 1)] += char;
      else {
        const letters = plainLetters(char);
        spelling.folded += letters;
        for (const letter of letters) spelling.marks.push(letter === char ? "" : char);
      }
    }
    spellings.set(word, spelling);
    return spelling;
  }

  /** True if every accent that was typed is in the word; accents that were left out don't matter. */
  const agrees = (typed, word) =>
    (!typed.tone || typed.tone === word.tone) && typed.marks.every((mark, i) => !mark || mark === word.marks[i]);

  /** Edit distance of two words, with swaps of neighbours; words further apart than `most` get any larger number. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /** The factor for the accents of a page: little where most of the accented words stand there in other accents. */
  function accents(page, terms) {
    const accented = terms.filter((term) => term.accented && term.agreeing.size);
    const other = accented.filter((term) => !term.agreeing.has(page));
    return 2 * other.length > accented.length ? ELSEWISE : 1;
  }

  class Index {
    constructor(builder, documents, extractors) {
      this.builder = builder;
      this.extractors = extractors;
      // Read by the theme's worker: what it marks.
      this.fields = ["title", "text"];
      this.invertedIndex = {};
      this.pages = new Map();
      this.vocabulary = new Map();
      // Neighbouring words of a name, written as one, mapped to the first of the two.
      this.pairs = new Map();
      for (const document of documents) this.add(document);
      const order = (a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0);
      this.sorted = [...this.vocabulary.values()].sort(order);
    }

    add(document) {
      const [address] = document.location.split("#");
      if (!this.pages.has(address)) this.pages.set(address, { sections: [], boost: document.boost || 1 });
      const page = this.pages.get(address);
      const title = words(plain(document.title));
      const text = words(plain(document.text));
      const others = (document.names || []).map(words);
      const isPage = document.location === address;
      // The heading of a section counts as a name only if the entry lists names.
      const names = isPage || document.names ? [title, ...others] : [];
      const section = {
        document,
        isPage,
        names: names.map((name) => name.map(spell)),
        text: ` ${text.map((word) => spell(word).folded).join(" ")} `,
      };
      page.sections.push(section);
      for (const word of text) this.post(word, page, section, 1);
      for (const word of title) this.post(word, page, section, names.length ? 3 : 1.5);
      for (const name of others) for (const word of name) this.post(word, page, section, 3);
      for (const name of section.names) {
        name.slice(1).forEach((word, i) => this.pairs.set(name[i].folded + word.folded, name[i].folded));
      }
    }

    post(word, page, section, weight) {
      let entry = this.vocabulary.get(word);
      if (!entry) {
        entry = { ...spell(word), places: new Map(), inName: false };
        this.vocabulary.set(word, entry);
      }
      if (weight === 3) entry.inName = true;
      if (weight > (entry.places.get(section)?.weight || 0)) entry.places.set(section, { page, weight });
    }

    /** The vocabulary's entries that begin with these folded letters. */
    beginningWith(folded) {
      let low = 0;
      let high = this.sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.sorted[middle].folded < folded) low = middle + 1;
        else high = middle;
      }
      const found = [];
      while (low < this.sorted.length && this.sorted[low].folded.startsWith(folded)) found.push(this.sorted[low++]);
      return found;
    }

    /** Split a word of the query in two if it is unknown but two neighbouring words begin like it: hanquoc, danang. */
    apart(word) {
      const { folded } = spell(word);
      if (this.beginningWith(folded).length) return [word];
      for (const [pair, first] of this.pairs) {
        if (pair.startsWith(folded) && folded.length > first.length) return [first, folded.slice(first.length)];
      }
      return [word];
    }

    /** Look up a word of the query: the pages and sections that contain it, each with the weight of its best match. */
    term(typed) {
      const term = { typed, spelling: spell(typed), similar: new Set(), pages: new Map(), sections: new Map() };
      term.accented = Boolean(term.spelling.tone) || term.spelling.marks.some(Boolean);
      // The pages that have the word with the accents that were typed.
      term.agreeing = new Set();
      const { folded } = term.spelling;
      let entries = this.beginningWith(folded);
      if (!entries.length && folded.length > 3) {
        const most = folded.length > 7 ? 2 : 1;
        entries = this.sorted.filter((entry) => entry.inName && distance(folded, entry.folded, most) <= most);
        for (const entry of entries) term.similar.add(entry.folded);
      }
      for (const entry of entries) {
        const finished = entry.folded === folded ? 1 : UNFINISHED * 0.5;
        const accents = agrees(term.spelling, entry);
        const share = finished * (accents ? 1 : OTHER_ACCENTS);
        for (const [section, { page, weight }] of entry.places) {
          if (accents) term.agreeing.add(page);
          if (share * weight > (term.sections.get(section) || 0)) term.sections.set(section, share * weight);
          if (share * weight > (term.pages.get(page) || 0)) term.pages.set(page, share * weight);
        }
      }
      term.rarity = Math.log(1 + this.pages.size / (1 + term.pages.size));
      return term;
    }

    /** Score a name that contains the query's words in sequence or scattered, or that the query contains. */
    nameScore(terms, name) {
      const share = (term, word) => {
        if (!word) return 0;
        const accents = agrees(term.spelling, word) ? 1 : OTHER_ACCENTS;
        if (word.folded === term.spelling.folded) return accents;
        if (word.folded.startsWith(term.spelling.folded)) return UNFINISHED * accents;
        return term.similar.has(word.folded) ? MISSPELT : 0;
      };
      const run = (start) => terms.reduce((least, term, i) => Math.min(least, share(term, name[start + i])), 1);
      let best = 0;
      for (let start = 0; start + terms.length <= name.length; start++) {
        const whole = terms.length === name.length && terms.at(-1).spelling.folded.length >= name.at(-1).folded.length;
        best = Math.max(best, run(start) * (start ? INSIDE : whole ? EXACT : BEGINNING));
      }
      if (!best && terms.length > 1) {
        const closest = (term) => Math.max(...name.map((word) => share(term, word)));
        const held = terms.reduce((least, term) => Math.min(least, closest(term)), 1);
        best = SCATTERED * held * Math.min(1, (2 * terms.length) / name.length);
      }
      if (best) return best + (20 * terms.length) / name.length;
      for (let start = 0; start + name.length < terms.length + 1; start++) {
        const held = name.reduce((least, word, i) => {
          const found = share(terms[start + i], word);
          return Math.min(least, found === UNFINISHED ? 0 : found);
        }, 1);
        best = Math.max(best, held * WITHIN_QUERY * (0.5 + (0.5 * name.length) / terms.length));
      }
      return best;
    }

    pageScore(page, terms, phrase) {
      let named = 0;
      let together = 0;
      let within = false;
      for (const section of page.sections) {
        section.names.forEach((name, i) => {
          const score = name.length ? this.nameScore(terms, name) : 0;
          within = within || score >= WITHIN_QUERY / 2;
          named = Math.max(named, score * (i ? OTHER_NAME : 1));
        });
        if (terms.length > 1 && section.text.includes(phrase)) together = 10;
      }
      // The query combines one name of the record with words of its others: "JICA Nhật Bản".
      if (within) {
        const all = new Set(page.sections.flatMap((section) => section.names.flat().map((word) => word.folded)));
        if (terms.every((term) => all.has(term.spelling.folded))) named = Math.max(named, INSIDE);
      }
      const all = terms.reduce((sum, term) => sum + term.rarity, 0);
      const held = terms.reduce((sum, term) => sum + term.rarity * (term.pages.get(page) || 0), 0) / all;
      const covered = terms.filter((term) => term.pages.has(page)).length / terms.length;
      return (named + 10 * held + together) * covered * page.boost * accents(page, terms);
    }

    /** Answer a query of the theme's worker, which reads each result's `ref`, `score` and positions of words. */
    search(query) {
      const known = new Map();
      const asked = words(query).flatMap((word) => this.apart(word));
      for (const word of asked) if (!known.has(word)) known.set(word, this.term(word));
      // A repeated word counts twice; a word that no page contains is ignored.
      const terms = asked
        .map((word) => known.get(word))
        .filter((term) => term.pages.size);
      const phrase = ` ${terms.map((term) => term.spelling.folded).join(" ")}`;
      const pages = new Set(terms.flatMap((term) => [...term.pages.keys()]));
      const holdsAll = (page) => terms.every((term) => term.pages.has(page));
      const ranked = [...pages]
        .map((page) => ({ page, score: this.pageScore(page, terms, phrase) }))
        .sort((a, b) => b.score - a.score)
        .filter(({ page, score }, _, [best]) => score > PARTLY * best.score || holdsAll(page))
        .slice(0, MOST_PAGES);
      this.first = ranked.length ? ranked[0].page : null;
      return ranked.flatMap(({ page }, rank) => this.results(page, terms, rank));
    }

    results(page, terms, rank) {
      const found = (section) => terms.reduce((sum, term) => sum + (term.sections.get(section) || 0) * term.rarity, 0);
      const own = page.sections.find((section) => section.isPage);
      const others = page.sections.filter((section) => section !== own && found(section) > 0);
      others.sort((a, b) => found(b) - found(a));
      // The theme multiplies scores by up to 5 before it sorts; a factor of 6 between pages keeps our order.
      const score = 6 ** -rank;
      const held = terms.filter((term) => term.pages.has(page));
      return [own, ...others.slice(0, MOST_SECTIONS)].filter(Boolean).map((section, i) => ({
        ref: section.document.location,
        score: i ? score / (10 + i) : score,
        matchData: { metadata: this.positions(section.document, held) },
      }));
    }

    /** The positions of the query's words in an entry, as the theme's own tokenizer counts them. */
    positions(document, terms) {
      const metadata = Object.fromEntries(terms.map((term) => [term.typed, {}]));
      for (const [field, extract] of this.extractors) {
        for (const token of this.builder.tokenizer(extract(document))) {
          const [word] = words(token.toString());
          if (!word) continue;
          const spelling = spell(word);
          const { folded } = spelling;
          for (const term of terms) {
            if (term.accented && term.agreeing.size && !agrees(term.spelling, spelling)) continue;
            if (!folded.startsWith(term.spelling.folded) && !term.similar.has(folded)) continue;
            metadata[term.typed][field] = metadata[term.typed][field] || { position: [] };
            metadata[term.typed][field].position.push(token.metadata.position);
          }
        }
      }
      return metadata;
    }

    /** Suggest an ending for the last word, taken from the title of the first result. */
    query(ask) {
      const typed = [];
      ask({ term: (term) => typed.push(term) });
      const section = this.first && this.first.sections.find((candidate) => candidate.isPage);
      const last = typed.at(-1);
      const completion = section && last && words(plain(section.document.title)).find((word) => word.startsWith(last));
      return completion ? [{ matchData: { metadata: { [completion]: {} } } }] : [];
    }
  }

  lunr.vi = (builder) => {
    const documents = [];
    const extractors = new Map();
    builder.field = (name, { extractor }) => extractors.set(name, extractor);
    builder.add = (document) => documents.push(document);
    builder.build = () => new Index(builder, documents, extractors);
  };

  // Lunr's lexer treats some punctuation as operators and fails on malformed ones. This one only splits words, and
  // composes accents that were typed in decomposed form.
  lunr.QueryLexer = Object.assign(function (query) {
    this.run = () => {
      this.lexemes = words(query).map((str) => ({ type: "TERM", str, start: 0, end: query.length }));
    };
  }, lunr.QueryLexer);
})();
