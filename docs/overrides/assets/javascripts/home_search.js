// Opens the theme's search with what was typed into the field of the home page.

const form = document.querySelector("[data-home-search]");
const box = document.querySelector(".md-search__input");
const toggle = document.querySelector("#__search");
if (form && box && toggle) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open(form.elements.q.value);
  });
}

/** Fill the theme's box as a reader would, so that its own script answers. */
function open(words) {
  if (!toggle.checked) toggle.click();
  box.value = words;
  box.focus();
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new Event("keyup", { bubbles: true }));
}
