import type { Problem } from "../../../answers/answer-type.ts";
import { date } from "../../../answers/date.ts";
import { textOf } from "../../../answers/reading.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { textarea } from "../../../components/textarea.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";

const LONGEST = 500;
const UNTIL = {
  id: "until",
  type: "date",
  ask: "Until when? (optional)",
  label: "the last day of the hold",
  hint: "It stands to the end of that day. Leave it empty for a hold that stands until it is lifted.",
  optional: true,
  personal: false,
  settings: {},
} as const;

export type HoldReading =
  | { readonly ok: true; readonly reason: string; readonly until: string | null }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads why, as an officer's words that are kept for good. */
export function readWhy(body: FormBody): { readonly why: string; readonly problems: readonly Problem[] } {
  const why = field(body, "reason").trim();
  if (why === "") return { why, problems: [{ field: "reason", code: "answer-missing", message: "Enter why" }] };
  if (why.length <= LONGEST) return { why, problems: [] };
  return { why, problems: [{ field: "reason", code: "text-too-long", message: `Why must be ${LONGEST} characters or fewer` }] };
}

/** Reads why and until when. */
export function readHold(body: FormBody, today: string): HoldReading {
  const { why, problems } = readWhy(body);
  const until = date.read(UNTIL, body.fields, "", { today, files: [] });
  const day = until.ok && until.answer !== null ? textOf(until.answer) : null;
  const past: readonly Problem[] =
    day !== null && day < today
      ? [{ field: "until", code: "date-too-early", message: "The last day of the hold must be today or later" }]
      : [];
  const all = [...problems, ...(until.ok ? past : until.problems)];
  return all.length > 0 ? { ok: false, problems: all } : { ok: true, reason: why, until: day };
}

export function holdSummary(problems: readonly Problem[]): Slot {
  return problemSummary(problems, undefined, (name) => (name === "until" ? date.inputId(UNTIL, name, "") : name));
}

export function whyBox(body: FormBody, problems: readonly Problem[], hint: string): Html {
  return textarea({
    id: "reason",
    name: "reason",
    rows: 3,
    label: { text: "Why?", classes: "govuk-label--s" },
    hint: { text: hint },
    value: field(body, "reason"),
    ...errorAt(problems, "reason"),
  });
}

/** Asks why and until when, and places the hold. */
export function holdForm(key: string, action: string, body: FormBody = EMPTY_FORM, problems: readonly Problem[] = []): Html {
  const state = { fields: body.fields, problems, heading: false, prefix: "", files: [] };
  const why = whyBox(body, problems, "Such as the claim or the inquiry. It is kept with your name, and shown on the case.");
  const inputs = html`${why}${date.input(UNTIL, state)}${button({ text: "Place the hold", preventDoubleClick: true })}`;
  return form({ key, action, body: inputs });
}
