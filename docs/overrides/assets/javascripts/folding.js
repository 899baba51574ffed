// Text as it is compared by the registers and the forms.

/** Text without accents and case, with single spaces, as macros/base/folding.py folds it; đ does not decompose. */
export function fold(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
  return plain.replace(/\s+/g, " ").trim();
}
