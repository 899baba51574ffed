// The record that a form makes, and the file that it goes into.
import { slug } from "./ids.js";

// The choice, in a list of documents, of one that the form describes itself.
export const NEW = "new";

/**
 * The record as it will be written: keys in the order of the model, nothing that is empty.
 *
 * @param fixed values that the form does not ask for, by path, each with its rank: its place in the order of the model
 */
export function recordOf(fields, fixed) {
  const leaves = [
    ...fields.filled().map(([{ dataset }, value]) => [dataset.rank, dataset.path, value]),
    ...Object.entries(fixed).map(([path, [rank, value]]) => [rank, path, value]),
  ];
  leaves.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const record = {};
  for (const [, path, value] of leaves) put(record, path.split("."), value);
  closeGaps(record);
  nameNewDocument(record);
  return record;
}

/** Put a value at the end of a path. */
function put(record, path, value) {
  let target = record;
  for (const [place, step] of path.slice(0, -1).entries()) {
    // A step that is a number leads into a list.
    target = target[step] ??= /^\d+$/.test(path[place + 1]) ? [] : {};
  }
  target[path.at(-1)] = value;
}

/** The record and the agreements that it comes with: all that have sources. */
function sourced(record) {
  return [record, ...(record.agreements ?? [])];
}

/** Take entries that were left empty out of the lists. */
function closeGaps(record) {
  if (record.agreements) record.agreements = record.agreements.filter(Boolean);
  for (const item of sourced(record)) if (item.sources) item.sources = item.sources.filter(Boolean);
}

/** Have sources name the document that the record brings along by its id. */
function nameNewDocument(record) {
  const brought = record.documents?.[0]?.id;
  for (const source of sourced(record).flatMap((item) => item.sources ?? [])) {
    if (source.document === NEW && brought) source.document = brought;
  }
}

/** The path of the file: named after the record, an update also after its day. */
export function fileOf(kind, record) {
  if (kind !== "updates") return `data/${kind}/${record.id}.yaml`;
  const day = slug(record.date);
  return `data/updates/${day}-${record.id.replace(`-${day}`, "")}.yaml`;
}
