/* A storage for the theme's scripts where the browser refuses one, as with cookies blocked: it forgets when the page is
   left. Without it the theme's script stops before it has set up the search and the menu. */
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    // Refused by an error, or null.
    window[name].getItem("");
  } catch {
    const items = new Map();
    const value = {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, text) => items.set(key, String(text)),
      removeItem: (key) => items.delete(key),
    };
    Object.defineProperty(window, name, { configurable: true, value });
  }
}
