import type { Problem } from "../../../answers/answer-type.ts";
import { parsePostcode } from "../../../answers/postcode-text.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { columnsOf } from "../../../records/holds.ts";
import type { PersonKey } from "../../../records/holds.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt } from "../../shared/form.ts";

const LONGEST = 200;

export type PersonReading =
  | { readonly ok: true; readonly person: PersonKey }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function wrong(name: string, message: string): PersonReading {
  return { ok: false, problems: [{ field: name, code: "answer-missing", message }] };
}

/** Reads whom to look for: an email address, or a name with a postcode. */
export function readPerson(body: FormBody): PersonReading {
  const [email = "", name = "", typed = ""] = ["email", "name", "postcode"].map((one) => field(body, one).trim().slice(0, LONGEST));
  if (email !== "") {
    return /^[^\s@]+@[^\s@]+$/.test(email)
      ? { ok: true, person: { email } }
      : wrong("email", "Enter an email address, like name@example.com");
  }
  const postcode = parsePostcode(typed);
  if (name === "" && typed === "") return wrong("email", "Enter an email address, or a name and a postcode");
  if (columnsOf({ name, postcode: "" }).search === "") return wrong("name", "Enter the name too");
  return postcode === null ? wrong("postcode", "Enter a full postcode, like AA3 1AB") : { ok: true, person: { name, postcode } };
}

/** The boxes of the search. Posted, so that no name stands in an address. */
export function personSearch(body: FormBody, problems: readonly Problem[]): Html {
  const box = (name: string, label: string, hint?: string): Html =>
    input({
      id: name,
      name,
      value: field(body, name) || undefined,
      label: { text: label },
      ...(hint !== undefined && { hint: { text: hint } }),
      autocomplete: "off",
      spellcheck: false,
      classes: "govuk-input--width-20",
      ...errorAt(problems, name),
    });
  const boxes = [
    box("email", "Email address"),
    box("name", "Name", "Without an email address: the whole name as they gave it, and the postcode"),
    box("postcode", "Postcode"),
  ];
  return html`<form method="post" action="/desk/records/person" novalidate>${boxes}${button({ text: "Find their cases", classes: "govuk-button--secondary" })}</form>`;
}
