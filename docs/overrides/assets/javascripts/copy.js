// Buttons that copy the text of an element, which each names by its id. They show only where this runs.

for (const button of document.querySelectorAll("button[data-copy]")) {
  const said = button.parentElement.querySelector("[role=status]");
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.textContent);
      said.textContent = button.dataset.done;
    } catch {
      // The browser does not allow writing to the clipboard: select the text, so that the reader can copy it.
      getSelection().selectAllChildren(text);
      said.textContent = button.dataset.byHand;
    }
  });
}
