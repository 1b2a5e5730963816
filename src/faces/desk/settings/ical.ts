/** One deadline in a calendar. */
export interface CalendarEntry {
  /** The same for as long as the case is there. */
  readonly uid: string;
  readonly summary: string;
  readonly url: string;
  /** A whole day, `YYYY-MM-DD`, or an instant. */
  readonly due: string | Date;
  readonly changed: Date;
  /** Goes up with each change. */
  readonly sequence: number;
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n?|\n/g, "\\n")
    .replaceAll(/\p{Cc}/gu, " ");
}

const LONGEST = 75;

/** A line of at most 75 bytes, the rest on lines that begin with a space, cut between characters (RFC 5545, 3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let [now, size] = ["", 0];
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter);
    if (size + bytes > LONGEST) {
      lines.push(now);
      [now, size] = [" ", 1];
    }
    now += letter;
    size += bytes;
  }
  return [...lines, now].join("\r\n");
}

function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function plain(day: string): string {
  return day.replaceAll("-", "");
}

function times(due: string | Date): readonly string[] {
  if (typeof due !== "string") return [`DTSTART:${stamp(due)}`, `DTEND:${stamp(due)}`];
  return [`DTSTART;VALUE=DATE:${plain(due)}`, `DTEND;VALUE=DATE:${plain(dayAfter(due))}`];
}

function entryLines({ uid, summary, url, due, changed, sequence }: CalendarEntry): readonly string[] {
  const head = ["BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${stamp(changed)}`, `SEQUENCE:${sequence}`];
  return [...head, ...times(due), `SUMMARY:${escaped(summary)}`, `URL:${url}`, "TRANSP:TRANSPARENT", "END:VEVENT"];
}

/** A calendar as programs subscribe to it. */
export function icalOf(name: string, entries: readonly CalendarEntry[]): string {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Guildhall//Deadlines//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
  const named = [`X-WR-CALNAME:${escaped(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT1H"];
  const lines = [...head, ...named, ...entries.flatMap(entryLines), "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
