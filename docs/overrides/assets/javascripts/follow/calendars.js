// Calendars (RFC 5545) put together.

const EVENT = ["BEGIN:VEVENT\r\n", "END:VEVENT\r\n"];
const END = "END:VCALENDAR\r\n";

/**
 * One calendar with the events of all, each event once: whatever calendar it stands in, it has the same UID.
 *
 * The head is that of the first, without what says where that one is and how often to ask for it again.
 */
export function merged(calendars) {
  const events = new Map();
  for (const event of calendars.flatMap(eventsOf)) {
    events.set(/\r\nUID:(.*)\r\n/.exec(event)[1], event);
  }
  const [head] = calendars[0].split(EVENT[0]);
  const lines = head.replace(END, "").split(/\r\n(?![ \t])/).filter((line) => !/^(UID|SOURCE|REFRESH-INTERVAL|X-PUBLISHED-TTL)[:;]/.test(line));
  return [lines.join("\r\n"), ...events.values(), END].join("");
}

function eventsOf(calendar) {
  const [begin, end] = EVENT;
  return calendar.split(begin).slice(1).map((part) => `${begin}${part.split(end)[0]}${end}`);
}
