import type { Answers } from "../../../answers/answer-type.ts";
import { prepare } from "../../../cases/prepare.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import type { Context } from "../../../context.ts";
import type { Officer } from "../../../people/officer.ts";
import type { Desk } from "../desk.ts";

/** The service of the shelf whose cases enquiries are. */
export const ENQUIRY = "member-enquiry";

/** The councillor as the person of a case. A name of one word is a last name. */
function personOf({ name, email }: Officer): Answers {
  const words = name.trim().split(/\s+/);
  const last = words.pop() ?? name;
  return { your_name: { first: words.join(" ") || last, last }, tell_by: "email", your_email: email, your_phone: null };
}

/** Raises an enquiry, as a case of its own with its own deadline. Undefined where the council's form asks more than the shelf's does. `key` is the one-time key. */
export async function raiseEnquiry(
  context: Context,
  desk: Desk,
  asked: { readonly about: string | undefined; readonly enquiry: string },
  key: string,
): Promise<string | undefined> {
  const { council, now, today } = desk.visit;
  const service = context.councils.service(council.id, ENQUIRY);
  if (service === undefined) return undefined;
  const answers = { councillor: true, about_case: asked.about ?? null, enquiry: asked.enquiry, ...personOf(desk.officer) };
  const preparation = prepare(service, answers, now, workCalendar(council), { today, files: [] });
  if (!preparation.ok) return undefined;
  const { prepared } = preparation;
  const given = {
    council: council.id,
    submission: key,
    service,
    prepared,
    channel: "desk",
    officer: desk.officer.id,
    hasFiles: false,
  } as const;
  const made = await context.submit(given);
  context.jobs.wake(council.id);
  return made.reference;
}
