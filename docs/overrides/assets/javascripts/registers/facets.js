// The facets of a register: groups of filters, each with its options as checkboxes.

export class Facets {
  constructor(form) {
    this.facets = [...form.querySelectorAll("[data-facet]")].map(readFacet);
    this.places = new Map(
      this.facets.flatMap(({ name, options }, facet) =>
        [...options].map(([key, option]) => [`${name}:${key}`, { facet, option }]),
      ),
    );
  }

  /** Every option of every facet. */
  get options() {
    return this.facets.flatMap(({ options }) => [...options.values()]);
  }

  /** For each facet, the set of its chosen options, or null where none is chosen. */
  get chosen() {
    return this.facets.map(({ options }) => {
      const picked = [...options.values()].filter(({ input }) => input.checked);
      return picked.length ? new Set(picked) : null;
    });
  }

  /** For each facet, the options that a row has; a row names them as `facet:key`. */
  optionsOf(tokens) {
    const found = this.facets.map(() => []);
    for (const token of tokens) {
      const place = this.places.get(token);
      if (place) found[place.facet].push(place.option);
    }
    return found;
  }

  clear() {
    for (const { input } of this.options) input.checked = false;
  }

  /** Choose the options that the query of an address names. */
  read(query) {
    for (const { name, options } of this.facets) {
      const keys = new Set(query.getAll(name));
      for (const [key, { input }] of options) input.checked = keys.has(key);
    }
  }

  /** Write the chosen options into the query of an address. */
  write(query) {
    for (const { name, options } of this.facets) {
      query.delete(name);
      for (const [key, { input }] of options) if (input.checked) query.append(name, key);
    }
  }
}

function readFacet(fieldset) {
  const label = fieldset.querySelector("legend").textContent;
  const options = new Map();
  for (const input of fieldset.querySelectorAll("input")) {
    const around = input.closest("label");
    options.set(input.value, {
      input,
      remove: () => {
        input.checked = false;
      },
      item: input.closest("li"),
      title: `${label}: ${around.querySelector("span").textContent}`,
      number: around.querySelector("small"),
      // The number of rows that choosing the option would show (filter.js).
      count: 0,
    });
  }
  return { name: fieldset.dataset.facet, options };
}
