// A page may be read long after it was built. Beside each status and count it holds the days on which that changes
// (data-changes: [day, words, status?], made by macros/catalogue/status_ahead.py); this puts in what holds on the reader's day in
// Viet Nam, and says so. Days are compared as YYYY-MM-DD text.

const ZONE = "Asia/Ho_Chi_Minh";
const DAY = 24 * 60 * 60 * 1000;
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

function judge(notice, day) {
  const built = notice.dataset.asOf;
  // A clock that runs behind the build is wrong, or the page is newer than the reader's day: nothing to add.
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

/** Put in the last change that has come. */
function change(element, day) {
  const [, words, status] = JSON.parse(element.dataset.changes).findLast(([since]) => since <= day) ?? [];
  if (words === undefined) return;
  element.textContent = words;
  if (status !== undefined) element.className = `status status--${status}`;
}

function countDown(element, day) {
  const left = daysBetween(day, element.dataset.expires);
  element.hidden = left < 0;
  const words = left === 1 ? element.dataset.one : element.dataset.other;
  element.textContent = words.replace("{n}", left.toLocaleString(language()));
}

function daysBetween(first, last) {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY);
}

/** The day as the pages write days: 21/11/2026, 21 November 2026. */
function inWords(day) {
  const form = language() === "vi"
    ? { day: "2-digit", month: "2-digit", year: "numeric" }
    : { day: "numeric", month: "long", year: "numeric" };
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language(), { ...form, timeZone: "UTC" });
}

function language() {
  return document.documentElement.lang === "vi" ? "vi" : "en-GB";
}
