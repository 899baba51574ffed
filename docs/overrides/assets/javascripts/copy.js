// Buttons that copy the text of an element, which each names by its id. They show only where this runs.
import { copy } from "./elements.js";

for (const button of document.querySelectorAll("button[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[role=status]");
  button.parentElement.hidden = false;
  button.addEventListener("click", () => copy(text.textContent, text, button, said));
}
