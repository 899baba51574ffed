// Files in one archive, stored without compression (APPNOTE.TXT of PKWARE, sections 4.3 and 4.4).

// 1 January 1980, the first day that an archive can name: the same rows give the same file on every day.
const DAY = 0x21;
// Names are in UTF-8.
const FLAGS = 0x800;
const VERSION = 20;

/** The bytes of an archive of texts, given as pairs of name and text. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = new TextEncoder().encode(path);
    const data = new TextEncoder().encode(text);
    // Version, flags, method, time, day; checksum and sizes; lengths of the name and of further fields.
    const shared = [[2, VERSION], [2, FLAGS], [2, 0], [2, 0], [2, DAY], [4, crc32(data)], [4, data.length], [4, data.length]];
    const header = numbers([[4, 0x04034b50], ...shared, [2, name.length], [2, 0]]);
    parts.push(header, name, data);
    const rest = [[2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]];
    directory.push(numbers([[4, 0x02014b50], [2, VERSION], ...shared, ...rest]), name);
    offset += header.length + name.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = files.length;
  const end = numbers([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]]);
  return new Blob([...parts, ...directory, end]);
}

/** Numbers as bytes, the lowest first, each given with its number of bytes. */
function numbers(values) {
  return new Uint8Array(values.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, n) => (value >>> (8 * n)) & 255)));
}

/** The checksum of bytes (ITU-T V.42, reflected). */
function crc32(data) {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
