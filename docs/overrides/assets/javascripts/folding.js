// Text as it is compared by the registers and the forms.
import "./folding/table.js";
import "./folding/letters.js";

export const { fold } = globalThis.folding;
