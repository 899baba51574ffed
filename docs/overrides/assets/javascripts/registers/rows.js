// The rows of a register's table.

/**
 * Gather the rows of a table into its first body.
 *
 * Each row has its place in the page's order, its options (a list for each facet), its years (a list for each span) and
 * its rank in every column that can be sorted; "-" is the rank of a row without a value.
 */
export function readRows(table, facets, ranges) {
  const [first, ...further] = [...table.tBodies];
  const rows = [first, ...further].flatMap((part) => [...part.rows]);
  for (const part of further) part.remove();
  return rows.map((element, place) => ({
    element,
    place,
    options: facets.optionsOf(element.dataset.facets.split(" ")),
    years: ranges.yearsOf((element.dataset.years ?? "").split(" ")),
    ranks: element.dataset.order.split(" "),
  }));
}
