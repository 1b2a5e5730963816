import { timeIn } from "../language/calendar-words.ts";
import { TEXT } from "../rules/type.ts";
import type { Answer, AnswerType, Question, Reading } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { hintFor } from "./inputs.ts";
import { subject, words } from "./messages.ts";
import { bad, good, jsonText, textOf } from "./reading.ts";

/** Hours and minutes, with am or pm or by the 24-hour clock. */
const CLOCK = /^(\d{1,2})(?:[:.]?(\d{2}))? ?(am|pm)?$/;
/** Welsh for am and pm: yb and yp, of which the whole words are y bore, y prynhawn, and yr hwyr for the evening. */
const WELSH_HALVES: readonly (readonly [RegExp, string])[] = [
  [/ ?(?:yb|y bore)$/, " am"],
  [/ ?(?:yp|yh|y prynhawn|y pnawn|yr hwyr)$/, " pm"],
  [/hanner dydd$/, "noon"],
  [/hanner nos$/, "midnight"],
];

/** A time of day. JSON: `HH:MM` by the 24-hour clock. */
export const time: AnswerType = boxType({
  name: "time",
  about: "A time of day. What is typed may say am or pm, or be by the 24-hour clock.",
  settings: ["earliest", "latest"],
  needs: [],
  kind: "a time, like 14:30",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: () => 40,
  parse,
  write: textOf,
  fromJson: jsonText,
  ownSchema: (question) => ({ type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", description: described(question) }),
  words: (answer, question) => timeIn(question.language ?? "en", textOf(answer)),
  options: (question) => ({
    hint: hintFor(question) ?? { text: words(question).timeLike },
    classes: "govuk-input--width-5",
    spellcheck: false,
  }),
  examples,
});

function described({ settings: { earliest, latest } }: Question): string {
  const from = earliest === undefined ? "" : ` From ${earliest}.`;
  return `By the 24-hour clock: HH:MM.${from}${latest === undefined ? "" : ` Up to ${latest}.`}`;
}

/** Plain times, and where there are limits those and the minutes inside them. */
function examples({ settings: { earliest, latest } }: Question): readonly Answer[] {
  const [from, to] = [earliest ?? "00:00", latest ?? "23:59"];
  const all = ["14:30", "09:00", "12:00", from, minutesLater(from, 1), to, minutesLater(to, -1)];
  return [...new Set(all)].filter((time) => time >= from && time <= to);
}

/** The time so many minutes later on the same day; the ends of the day are its limits. */
export function minutesLater(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const at = Math.min(Math.max(hour * 60 + minute + minutes, 0), 24 * 60 - 1);
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

function parse(question: Question, text: string, field: string): Reading {
  const plain = tidy(text);
  if (/^(12([:.]?00)? ?)?(noon|midday)$/.test(plain)) return within(question, "12:00", field);
  if (/^((12|00)([:.]?00)? ?)?midnight$/.test(plain)) return within(question, "00:00", field);
  const [, hour = "", minute, half] = CLOCK.exec(plain) ?? [];
  // Half past two in the night and in the afternoon are both "2:30" to somebody.
  if (half === undefined && (/^[1-9]$/.test(hour) || (minute === undefined && Number(hour) <= 12 && hour !== "")))
    return bad(field, "time-half-missing", words(question).timeHalf(subject(question)));
  const found = clock(Number(hour), Number(minute ?? 0), half);
  if (hour !== "" && found !== null) return within(question, found, field);
  return bad(field, "time-not-time", words(question).notTime(subject(question)));
}

function within(question: Question, time: string, field: string): Reading {
  const { earliest, latest } = question.settings;
  const say = (limit: string): string => timeIn(question.language ?? "en", limit);
  if (earliest !== undefined && time < earliest)
    return bad(field, "time-too-early", words(question).orLater(subject(question), say(earliest)));
  if (latest !== undefined && time > latest) return bad(field, "time-too-late", words(question).orEarlier(subject(question), say(latest)));
  return good(time);
}

/** "9.30 A.M.", "9 o’clock pm" -> "9.30 am", "9 pm" */
function tidy(text: string): string {
  return WELSH_HALVES.reduce((read, [welsh, english]) => read.replace(welsh, english), text.toLowerCase())
    .replace(/ ?o['’]?clock/, "")
    .replace(/ ?([ap])\.? ?m\.?$/, " $1m")
    .replace(/ ?([:.]) ?/, "$1");
}

/** Null where there is no such time; 13:30pm is half past one all the same. */
function clock(hour: number, minute: number, half: string | undefined): string | null {
  if (hour > 23 || minute > 59 || (half === "am" && hour > 12)) return null;
  const shift = half === "pm" && hour < 12 ? 12 : half === "am" && hour === 12 ? -12 : 0;
  return `${String(hour + shift).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
