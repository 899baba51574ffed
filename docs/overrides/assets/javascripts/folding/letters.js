// Text as it is compared, by the table of macros/base/folding_table.py and as macros/base/folding.py folds it. A script
// without imports, so that the search's worker, which is no module, loads it too.
{
  const { signs, invisible, marks, meant, letters } = globalThis.foldingTable;
  const code = (number) => `\\u{${number.toString(16)}}`;
  const oneOf = (runs) => new RegExp(`[${runs.map(([first, last]) => `${code(first)}-${code(last)}`).join("")}]`, "gu");
  const keys = (table) => oneOf(Object.keys(table).map((char) => [char.codePointAt(0), char.codePointAt(0)]));
  const [isSign, isInvisible, isMark, isLookalike, isLetter] = [
    keys(signs), oneOf(invisible), oneOf(marks), keys(meant), keys(letters),
  ];

  /** Small letters with their accents apart, and signs as a keyboard has them. */
  function spelled(text) {
    const typed = (string) => string.replace(isSign, (char) => signs[char]);
    // The normal form takes signs out of others: ½ is 1⁄2.
    const written = typed(typed(text.replace(isInvisible, "")).normalize("NFKD"));
    return written.toUpperCase().toLowerCase().replace(isLookalike, (char) => meant[char]);
  }

  /** Spelled text without accents. */
  function plain(text) {
    return text.replace(isMark, "").replace(isLetter, (char) => letters[char]);
  }

  /** Text as it is compared: plain letters, syllables of Korean as one, single spaces, one dash without spaces. */
  function fold(text) {
    const words = plain(spelled(text)).normalize("NFC").replace(/\s+/g, " ").trim().replaceAll("''", '"');
    return words.replace(/(?: ?-)+ ?/g, "-").replace(/([0-9]),(?=[0-9])/g, "$1.");
  }

  globalThis.folding = { fold, plain, spelled };
}
