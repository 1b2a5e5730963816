import type { Problem } from "../../../answers/answer-type.ts";
import { date } from "../../../answers/date.ts";
import { textOf } from "../../../answers/reading.ts";
import { time } from "../../../answers/time.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { textarea } from "../../../components/textarea.ts";
import { londonInstant } from "../../../platform/london-time.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt } from "../../shared/form.ts";

const ASKED = { optional: false, personal: false, settings: {} } as const;
const DAY = { id: "day", type: "date", ask: "On which day?", label: "the day", ...ASKED };
const TIME = { id: "time", type: "time", ask: "At what time?", label: "the time", ...ASKED };

const LONGEST_REASON = 500;

/** What was typed into the form of an act. */
export interface TypedAct {
  readonly reason: string;
  /** Absent for now. */
  readonly at?: Date;
}

export type ActReading = { readonly ok: true; readonly typed: TypedAct } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads when an act takes effect and why. `timed` is false for one that always takes effect at once. */
export function readAct(body: FormBody, today: string, timed: boolean): ActReading {
  const reason = field(body, "reason").trim();
  const problems: Problem[] = [];
  const when = timed ? field(body, "when") : "now";
  if (when !== "now" && when !== "later") problems.push({ field: "when", code: "answer-missing", message: "Select when" });
  const at = when === "later" ? readMoment(body, today, problems) : undefined;
  if (reason === "") problems.push({ field: "reason", code: "answer-missing", message: "Enter why" });
  if (reason.length > LONGEST_REASON)
    problems.push({ field: "reason", code: "text-too-long", message: `Why must be ${LONGEST_REASON} characters or fewer` });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, typed: at === undefined ? { reason } : { reason, at } };
}

function readMoment({ fields }: FormBody, today: string, problems: Problem[]): Date | undefined {
  const context = { today, files: [] };
  const [day, clock] = [date.read(DAY, fields, "", context), time.read(TIME, fields, "", context)];
  for (const reading of [day, clock]) if (!reading.ok) problems.push(...reading.problems);
  if (!day.ok || !clock.ok) return undefined;
  const at = londonInstant(textOf(day.answer), textOf(clock.answer));
  if (at === undefined)
    problems.push({ field: "time", code: "time-skipped", message: "The clocks go forward over that time. Choose another" });
  return at;
}

/** The inputs: when, and why. */
export function actInputs(body: FormBody | undefined, problems: readonly Problem[], timed: boolean): Html {
  const fields = body?.fields ?? new Map<string, readonly string[]>();
  const typed = (name: string): string => fields.get(name)?.[0] ?? "";
  const state = { fields, problems, heading: false, prefix: "", files: [] };
  const when =
    timed &&
    html`${radios({
      idPrefix: "when",
      name: "when",
      fieldset: { legend: { text: "When?", classes: "govuk-fieldset__legend--s" } },
      items: [
        { value: "now", text: "Now" },
        { value: "later", text: "Later", hint: { text: "At the day and time below. It happens by itself." } },
      ],
      value: typed("when"),
      ...errorAt(problems, "when"),
    })}${date.input(DAY, state)}${time.input(TIME, state)}`;
  const reason = textarea({
    id: "reason",
    name: "reason",
    rows: 3,
    label: { text: "Why?", classes: "govuk-label--s" },
    hint: { text: "It is kept in the history with your name, for colleagues and auditors." },
    value: typed("reason"),
    ...errorAt(problems, "reason"),
  });
  return html`${when}${reason}`;
}
