import { dayOf } from "../platform/clock.ts";
import type { Decision } from "./decision.ts";
import type { RefusedFile } from "./replied-event.ts";

/** What is known of an email by which the person wrote. */
export interface MailedReply {
  /** The whole text, where the person's own is less: what they quoted is not shown. */
  readonly original: string | null;
  /** The address that it came from, where that is not the person's; empty where it gave none. */
  readonly another: string | null;
  readonly refused: readonly RefusedFile[];
}

/** The person wrote. `said` is the day, `YYYY-MM-DD`, where an officer writes down what came another way. */
export interface ReplyCommand {
  readonly kind: "reply";
  readonly text: string;
  readonly files: readonly string[];
  readonly mail?: MailedReply;
  readonly said?: string;
}

const LONGEST = 5000;
/** What came by email or on paper may be long: nobody can ask for less. */
const LONGEST_BROUGHT = 60_000;
const FAR_BACK = 366;

/** Decides what it means that the person wrote. */
export function decideReply(command: ReplyCommand, at: Date): Decision {
  const { mail, said, files } = command;
  const text = command.text.trim();
  const most = mail === undefined && said === undefined ? LONGEST : LONGEST_BROUGHT;
  if (text === "" && files.length === 0 && mail === undefined) return refused("text", "Enter a message or add a file");
  if (text.length > most) return refused("text", `Your text must be ${most.toLocaleString("en-GB")} characters or fewer`);
  const wrong = said === undefined ? undefined : dayProblem(said, at);
  if (wrong !== undefined) return refused("day", wrong);
  const data = { files, ...(mail?.another != null && { another: true as const }), ...(said !== undefined && { said }) };
  return { ok: true, happening: { kind: "replied", data, personal: { text, ...(mail !== undefined && personalOf(mail)) } } };
}

function personalOf({ original, another, refused: left }: MailedReply) {
  return {
    ...(original !== null && { original }),
    ...(another !== null && { from: another }),
    ...(left.length > 0 && { refused: left }),
  };
}

function dayProblem(said: string, at: Date): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said)) return "Enter the day on which the person said it";
  if (said > dayOf(at)) return "The day on which the person said it must be today or in the past";
  if (said < dayOf(new Date(at.getTime() - FAR_BACK * 86_400_000))) return "The day on which the person said it must be in the last year";
  return undefined;
}

function refused(field: string, message: string): Decision {
  return { ok: false, refusal: { code: "field", field, message } };
}
