// Brings the statuses and counts of a page up to the reader's day in Viet Nam, and says so, because a page may be read
// long after it was built.
//
// Each status and count carries its later changes (data-changes: a list of [day, words, status?], computed by
// macros/catalogue/status_ahead.py). Days are texts, YYYY-MM-DD, and compared as such.

const ZONE = "Asia/Ho_Chi_Minh";
// In milliseconds.
const DAY = 24 * 60 * 60 * 1000;
// Days after which a page tells that it is old.
const OLD_AFTER = 45;

const notice = document.querySelector("[data-as-of]");
if (notice) judge(notice, today());

/** Today's date in Viet Nam, as YYYY-MM-DD. */
function today() {
  const parts = new Intl.DateTimeFormat("en", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" })
    .formatToParts(new Date());
  const part = (type) => parts.find((found) => found.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** Change the page, and show the notice that says so. */
function judge(notice, day) {
  const built = notice.dataset.asOf;
  // The page is new, or the reader's clock is behind: nothing to add.
  if (!(day > built)) return;
  for (const element of document.querySelectorAll("[data-changes]")) change(element, day);
  for (const element of document.querySelectorAll(".days-left")) countDown(element, day);
  if (document.querySelector(".status")) {
    const time = notice.querySelector("time");
    time.dateTime = day;
    time.textContent = inWords(day);
    notice.querySelector(".rejudged__statuses").hidden = false;
    notice.hidden = false;
  }
  if (daysBetween(built, day) > OLD_AFTER) {
    notice.querySelector(".rejudged__old").hidden = false;
    notice.hidden = false;
  }
}

/** Show the latest change up to this day. */
function change(element, day) {
  const [, words, status] = JSON.parse(element.dataset.changes).findLast(([since]) => since <= day) ?? [];
  if (words === undefined) return;
  element.textContent = words;
  if (status !== undefined) element.className = `status status--${status}`;
}

/** Show the days left until an agreement expires. */
function countDown(element, day) {
  const left = daysBetween(day, element.dataset.expires);
  element.hidden = left < 0;
  const words = left === 1 ? element.dataset.one : element.dataset.other;
  element.textContent = words.replace("{n}", left.toLocaleString(language()));
}

function daysBetween(first, last) {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY);
}

/** A day as the pages write days: 21/11/2026, 21 November 2026. */
function inWords(day) {
  const form = language() === "vi"
    ? { day: "2-digit", month: "2-digit", year: "numeric" }
    : { day: "numeric", month: "long", year: "numeric" };
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language(), { ...form, timeZone: "UTC" });
}

function language() {
  return document.documentElement.lang === "vi" ? "vi" : "en-GB";
}
