// Elements made in the browser.

// A download may begin late; browsers need its address until then.
const KEPT = 60000;

/** A new element with these properties and children. */
export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Copy a text to the clipboard; where the browser refuses, open and select its element, so that the reader can.
 * @param button has the words for either in its data
 * @param said the element that tells which it was
 */
export async function copy(text, shown, button, said) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = button.dataset.done;
  } catch {
    const folded = shown.closest("details");
    if (folded) folded.open = true;
    getSelection().selectAllChildren(shown);
    said.textContent = button.dataset.byHand;
  }
}

/** Let the reader download a text, or bytes, as a file. */
export function download(content, type, file) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: file }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
