// Text in addresses.

/**
 * A text as a part of an address, with nothing that a server would encode once more when it passes the address on.
 *
 * Half a character, as a cut text may end with, becomes the sign for a lost one.
 */
export function encoded(text) {
  const whole = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
  return whole.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
