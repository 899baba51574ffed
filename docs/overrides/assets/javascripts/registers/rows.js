// The rows of a register.

/**
 * Gather the rows of tables, those of each table into its first body.
 *
 * Each row has its place in the page's order, the body that it stands in, its options (a list for each facet), its years
 * (a list for each span) and its rank in every column that can be sorted; "-" is the rank of a row without a value.
 */
export function readRows(tables, facets, ranges) {
  return tables.flatMap(gathered).map(([element, body], place) => ({
    element,
    body,
    place,
    options: facets.optionsOf(element.dataset.facets.split(" ")),
    years: ranges.yearsOf((element.dataset.years ?? "").split(" ")),
    ranks: element.dataset.order.split(" "),
  }));
}

function gathered(table) {
  const [first, ...further] = [...table.tBodies];
  const rows = [first, ...further].flatMap((part) => [...part.rows]);
  for (const part of further) part.remove();
  return rows.map((element) => [element, first]);
}
