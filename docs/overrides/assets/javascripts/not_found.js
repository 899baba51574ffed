// Works the page for missing addresses: the reader's language first, and a search in each language.
import { encoded } from "./encoding.js";

const sections = document.querySelectorAll(".not-found");
const english = location.pathname.startsWith(new URL(sections[1]?.querySelector("form").dataset.searchAt, location).pathname);
if (english) sections[0].before(sections[1]);

for (const form of document.querySelectorAll("[data-search-at]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.dataset.searchAt}?q=${encoded(form.elements.q.value)}`);
  });
}
