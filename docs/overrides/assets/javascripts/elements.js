// Elements made in the browser.

// A download may begin late; browsers need its address until then.
const KEPT = 60000;

/** A new element with these properties and children. */
export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Let the reader download a text, or bytes, as a file. */
export function download(content, type, file) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: file }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
