/* Says that scripts run, and sets the colours of a page before it is painted, as the reader's system has them or as the reader chose, and works the
   button that changes the choice. It stands right behind that button. */
{
  document.documentElement.className = "js";
  const CHOICES = ["system", "light", "dark"];
  const KEY = "da-nang-colours";
  const button = document.currentScript.previousElementSibling;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  // Some browsers refuse to keep anything.
  const kept = (act) => { try { return act(); } catch { return null; } };
  let choice = kept(() => localStorage.getItem(KEY));
  if (!CHOICES.includes(choice)) choice = "system";

  const show = () => {
    const isDark = choice === "dark" || (choice === "system" && dark.matches);
    document.body.dataset.mdColorScheme = isDark ? "slate" : "default";
    document.querySelector("meta[name=color-scheme]").content = choice === "system" ? "light dark" : choice;
    button.dataset.choice = choice;
    button.title = button.dataset.words.split("|")[CHOICES.indexOf(choice)];
    button.ariaLabel = button.title;
  };
  button.addEventListener("click", () => {
    choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
    kept(() => localStorage.setItem(KEY, choice));
    show();
  });
  dark.addEventListener("change", show);
  show();
  button.hidden = false;
}
