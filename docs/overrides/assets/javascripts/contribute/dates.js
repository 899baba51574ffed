// Dates as records state them: a day, a month or a year.

/** The first and the last day that a date can mean, or null where it is none. */
export function days(text) {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year < 1900 || year > 2100 || month === 0 || month > 12) return null;
  const length = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  if (day === 0 || day > length) return null;
  const write = (m, d) => `${found[1]}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  return { first: write(month ?? 1, day ?? 1), last: write(month ?? 12, day ?? length) };
}

/** Today in Viet Nam. */
export function today() {
  return new Intl.DateTimeFormat("sv", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}
