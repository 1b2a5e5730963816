import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import type { Command } from "../../../cases/decide.ts";
import type { Happening } from "../../../cases/event.ts";
import type { Unseen } from "../../../cases/unseen.ts";
import type { Permission } from "../../../councils/permission.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import type { Desk } from "../desk.ts";

/** The forms of a case page, by the last part of the address that they post to. */
export type FormName = "take" | "assign" | "note" | "message" | "expect" | "action" | "ask" | "reopen";

/** What the forms of a page show: which there are, what was typed last in the one that was sent, and what is wrong with it. */
export interface CaseForms {
  readonly may: { readonly work: boolean; readonly assign: boolean; readonly write: boolean };
  key(name: FormName): string;
  /** The key of a form that has to do with other cases. */
  readonly together: string;
  /** What was typed last in a field; empty where nothing was. */
  typed(name: FormName, field: string): string;
  readonly problems: readonly Problem[];
}

export interface CaseForm {
  readonly needs: Permission;
  /** The id of the input that a problem is shown at; the text of a note and of a message have the same name in both. */
  readonly field: (field: string) => string;
  /** What makes a page out of date for it, where that happened since it was opened. */
  readonly stale: readonly Happening["kind"][];
  /** Said once it is done. */
  readonly done: string;
  command(desk: Desk, body: FormBody, item: Case): Command | Problem;
}

// The page was opened in a session that is over, or the form is not ours; the officer decides which.
export const NOT_OURS = "This page was opened before you signed in. Check what you typed, then send it again";

/** The number of events on the page that a form was sent from. */
export function seenIn(body: FormBody): number {
  const seen = field(body, "seen");
  return /^\d{1,9}$/.test(seen) ? Number(seen) : 0;
}

/** What a form must not have missed. A form that does not say what was on its page is asked nothing. */
export function unseenFor({ stale }: CaseForm, body: FormBody): Unseen | undefined {
  const seen = seenIn(body);
  return seen === 0 || stale.length === 0 ? undefined : { seen, kinds: stale };
}

function take({ officer }: Desk, body: FormBody): Command {
  if (field(body, "to") === "nobody") return { kind: "take", officer: null, holder: officer.id };
  return { kind: "take", officer: officer.id, holder: null };
}

/** Whether the officer is one of the team is asked where the officers are known. */
function assign(_desk: Desk, body: FormBody): Command | Problem {
  const to = field(body, "officer");
  const holder = field(body, "holder");
  if (to !== "nobody" && !isUuid(to))
    return { field: "assign-officer", code: "answer-missing", message: "Select who should have the case" };
  return { kind: "take", officer: to === "nobody" ? null : to, holder: isUuid(holder) ? holder : null };
}

function act(_desk: Desk, body: FormBody): Command | Problem {
  const action = field(body, "action");
  if (action === "") return { field: "action", code: "answer-missing", message: "Select what you have done" };
  return { kind: "act", action, reason: field(body, "reason"), seen: seenIn(body), from: field(body, "from") };
}

function expect(_desk: Desk, body: FormBody): Command {
  const [day, month, year] = ["day", "month", "year"].map((part) => field(body, `expect-day-${part}`).trim());
  return { kind: "expect", day: dayFrom(day, month, year), text: field(body, "text") };
}

/** A real day as `YYYY-MM-DD`; empty for anything else, which is refused with what to do. */
export function dayFrom(day = "", month = "", year = ""): string {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return "";
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : "";
}

function ask(_desk: Desk, body: FormBody): Command | Problem {
  const person = field(body, "person");
  if (/^[1-9]\d?$/.test(person)) return { kind: "ask", person: Number(person) };
  return { field: "confirm", code: "answer-missing", message: "Select who should get the link" };
}

/** Who writes to the person, or says when to expect it, has not missed what was said meanwhile. */
const SAID = ["told", "expected", "requested", "replied", "answered", "acted"] as const;
/** Who decides has not missed what was decided, said or changed meanwhile. */
const DECIDED = ["acted", "reopened", "confirmed", "disputed", "corrected", "replied", "answered"] as const;

export const CASE_FORMS: Readonly<Record<FormName, CaseForm>> = {
  take: { needs: "cases.work", field: () => "now", stale: [], done: "Who has the case is changed.", command: take },
  assign: { needs: "cases.assign", field: () => "assign-officer", stale: [], done: "Who has the case is changed.", command: assign },
  note: {
    needs: "cases.work",
    field: () => "note-text",
    // A note stands beside whatever else was written.
    stale: [],
    done: "Your note is added.",
    command: (_desk, body) => ({ kind: "note", text: field(body, "text") }),
  },
  message: {
    needs: "messages.send",
    field: () => "message-text",
    stale: SAID,
    done: "Your message is on its way.",
    command: (_desk, body) => ({ kind: "tell", text: field(body, "text") }),
  },
  expect: {
    needs: "messages.send",
    field: (field) => (field === "text" ? "expect-text" : "expect-day-day"),
    stale: SAID,
    done: "The day is noted, and the person is told.",
    command: expect,
  },
  ask: {
    needs: "messages.send",
    field: () => "confirm",
    stale: [],
    done: "A new link is on its way. The one before opens no more.",
    command: ask,
  },
  reopen: {
    needs: "cases.work",
    field: () => "reopen-reason",
    stale: [],
    done: "The case is open again.",
    command: (_desk, body) => ({ kind: "reopen", by: "officer", reason: field(body, "reason") }),
  },
  action: { needs: "cases.work", field: (field) => field, stale: DECIDED, done: "It is recorded.", command: act },
};

/** What is said once something was done that an address names. */
export function doneWords(name: string): string | undefined {
  if (name === "correct") return "The answer is changed.";
  return isFormName(name) ? CASE_FORMS[name].done : undefined;
}

export function isFormName(name: string): name is FormName {
  return Object.hasOwn(CASE_FORMS, name);
}
