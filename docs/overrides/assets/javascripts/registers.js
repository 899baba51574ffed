// Starts the registers of a page. Every page loads this file; only a page with a register loads the modules that work
// it, and asks for them ahead of time (macros/website/templates/partials/register.jinja).
if (document.querySelector("[data-register]")) {
  const script = document.createElement("script");
  script.type = "module";
  script.src = new URL("registers/register.js", import.meta.url);
  // Unlike import(), an element holds back the page's load event: a page that is loaded is ready to use.
  document.head.append(script);
}
