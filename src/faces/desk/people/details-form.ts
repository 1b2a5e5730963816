import { address } from "../../../answers/address.ts";
import type { Answer, Problem, Question } from "../../../answers/answer-type.ts";
import { answerType, inputId } from "../../../answers/answer-types.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { PersonDetails } from "../../../contact/person.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM } from "../../shared/form-body.ts";
import { answerFor } from "../journey/known-fields.ts";
import { problemSummary } from "../../shared/form.ts";

function question(id: string, type: string, ask: string, label: string, optional: boolean): Question {
  return { id, type, ask, label, optional, personal: true, settings: { autocomplete: "off" } };
}

const NAME = question("name", "text", "Full name", "their full name", false);
const EMAIL = question("email", "email", "Email address", "their email address", true);
const PHONE = question("phone", "phone", "Telephone number", "their telephone number", true);
const ADDRESS = question("address", "address", "Address", "their address", true);
const ASKED = [NAME, EMAIL, PHONE, ADDRESS];

export type DetailsReading =
  | { readonly ok: true; readonly details: PersonDetails }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads who somebody is, by the types that a service would ask with. */
export function readDetails(body: FormBody, today: string): DetailsReading {
  const readings = ASKED.map((one) => answerType(one).read(one, body.fields, "", { today, files: [] }));
  const problems = readings.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return { ok: false, problems };
  const [name, email, phone, home] = ASKED.map((_, index) => {
    const reading = readings[index];
    return reading?.ok === true ? reading.answer : null;
  });
  const lines = home === null || home === undefined ? [] : address.text(ADDRESS, home).split("\n");
  const postcode = partOf(home, "postcode");
  return {
    ok: true,
    details: {
      name: textIn(name) ?? "",
      email: textIn(email)?.toLowerCase() ?? null,
      phone: textIn(phone),
      address: lines.filter((line) => line !== postcode),
      postcode,
    },
  };
}

function textIn(answer: unknown): string | null {
  return typeof answer === "string" && answer !== "" ? answer : null;
}

function partOf(answer: unknown, name: string): string | null {
  // Safe: an object that is no list is read by its own keys alone.
  const parts = typeof answer === "object" && answer !== null ? (answer as Readonly<Record<string, unknown>>) : {};
  return textIn(parts[name]);
}

export function detailsSummary(problems: readonly Problem[]): Slot {
  return problemSummary(problems, undefined, (field) => {
    const found = ASKED.find(({ id }) => id === field.split(".", 1)[0]);
    return found === undefined ? field : inputId(found, field);
  });
}

/** The boxes for who somebody is. */
export function detailsInputs(body: FormBody = EMPTY_FORM, problems: readonly Problem[] = []): Html {
  const state = { fields: body.fields, problems, heading: false, prefix: "", files: [] };
  return html`${ASKED.map((one) => answerType(one).input(one, state))}`;
}

/** What a record says, as the boxes show it. */
export function fieldsOfDetails(details: PersonDetails): FormBody {
  const { name, email, phone } = details;
  const home = answerFor("address", ADDRESS, details);
  const answers: readonly (readonly [Question, Answer | null])[] = [
    [NAME, name],
    [EMAIL, email],
    [PHONE, phone],
    [ADDRESS, home ?? null],
  ];
  const pairs = answers.flatMap(([one, answer]) => (answer === null ? [] : [...answerType(one).fields(one, answer, "")]));
  return { fields: new Map(pairs), files: [] };
}

/** What was typed, to be sent along with another button. */
export function keptInputs(body: FormBody): Html {
  const names = [...body.fields].filter(([name]) => ASKED.some(({ id }) => name === id || name.startsWith(`${id}.`)));
  return html`${names.map(([name, [value = ""]]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
