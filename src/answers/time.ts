import { TEXT } from "../rules/type.ts";
import type { AnswerType, Question, Reading } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { hintFor } from "./inputs.ts";
import { subject } from "./messages.ts";
import { bad, good, jsonText, textOf } from "./reading.ts";

/** Hours and minutes, with am or pm or by the 24-hour clock. */
const CLOCK = /^(\d{1,2})(?:[:.]?(\d{2}))? ?(am|pm)?$/;

/** A time of day. JSON: `HH:MM` by the 24-hour clock. */
export const time: AnswerType = boxType({
  name: "time",
  about: "A time of day. What is typed may say am or pm, or be by the 24-hour clock.",
  settings: [],
  needs: [],
  kind: "a time, like 14:30",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: () => 40,
  parse,
  write: textOf,
  fromJson: jsonText,
  ownSchema: () => ({ type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", description: "By the 24-hour clock: HH:MM." }),
  words: (answer) => timeInWords(textOf(answer)),
  options: (question) => ({
    hint: hintFor(question) ?? { text: "For example, 9:30am or 14:30" },
    classes: "govuk-input--width-5",
    spellcheck: false,
  }),
  examples: () => ["14:30", "09:00", "12:00", "00:00", "23:59"],
});

function parse(question: Question, text: string, field: string): Reading {
  const plain = tidy(text);
  if (/^(12([:.]?00)? ?)?(noon|midday)$/.test(plain)) return good("12:00");
  if (/^((12|00)([:.]?00)? ?)?midnight$/.test(plain)) return good("00:00");
  const [, hour = "", minute, half] = CLOCK.exec(plain) ?? [];
  // Half past two in the night and in the afternoon are both "2:30" to somebody.
  if (half === undefined && (/^[1-9]$/.test(hour) || (minute === undefined && Number(hour) <= 12 && hour !== "")))
    return bad(field, "time-half-missing", `${subject(question)} must include am or pm, like 9:30am, or use the 24-hour clock, like 14:30`);
  const found = clock(Number(hour), Number(minute ?? 0), half);
  if (hour !== "" && found !== null) return good(found);
  return bad(field, "time-not-time", `${subject(question)} must be a time, like 9:30am or 14:30`);
}

/** "9.30 A.M.", "9 o’clock pm" -> "9.30 am", "9 pm" */
function tidy(text: string): string {
  return text
    .toLowerCase()
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

/** "14:30" -> "2:30pm", "09:00" -> "9am", "12:00" -> "midday" */
export function timeInWords(time: string): string {
  if (time === "12:00") return "midday";
  if (time === "00:00") return "midnight";
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return `${hour % 12 || 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`}${hour < 12 ? "am" : "pm"}`;
}
