// Text in addresses.

/** A text as a part of an address. Half a character, as a cut text may end with, becomes the sign for a lost one. */
export function encoded(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}
