import type { Problem } from "../../../answers/answer-type.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import type { Role, Team } from "../../../councils/council.ts";
import { isMailAddress } from "../../../messages/mail.ts";
import { rolesToGive, teamsToGive } from "../../../people/managing.ts";
import { may } from "../../../people/permissions.ts";
import { officerEmail } from "../../../people/officers.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";

export interface TypedOfficer {
  /** Districts of postcodes, for a councillor. */
  readonly areas?: readonly string[];
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
}

/** What whoever asks may give. */
export interface Gives {
  readonly roles: readonly Role[];
  readonly teams: readonly Team[];
  /** Whether officers must be in a team. */
  readonly withTeam: boolean;
}

export function givenBy({ officer, visit: { council } }: Desk): Gives {
  const teams = teamsToGive(officer, council).flatMap((id) => council.teams.get(id) ?? []);
  return { roles: rolesToGive(officer, council), teams, withTeam: !may(officer, "officers.manage", council) };
}

export const NOBODY: TypedOfficer = { name: "", email: "", roles: [], teams: [] };

const LONGEST_NAME = 100;

/** What was typed of an officer. Roles and teams that whoever asks may not give are left out. */
export function typedOfficer({ roles, teams }: Gives, body: FormBody): TypedOfficer {
  return {
    name: field(body, "name").trim(),
    email: officerEmail(field(body, "email")),
    roles: (body.fields.get("roles") ?? []).filter((role) => roles.some(({ id }) => id === role)),
    areas: areasIn(field(body, "areas")),
    teams: (body.fields.get("teams") ?? []).filter((team) => teams.some(({ id }) => id === team)),
  };
}

function areasIn(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,]+/)
        .filter((part) => part !== ""),
    ),
  ].slice(0, 50);
}

const AREA = /^[A-Z]{1,2}[0-9][0-9A-Z]?$/;

export function officerProblems(
  { name, email, roles, teams, areas = [] }: TypedOfficer,
  gives: Gives,
  withEmail: boolean,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (name === "") problems.push({ field: "name", code: "answer-missing", message: "Enter their full name" });
  if (name.length > LONGEST_NAME)
    problems.push({ field: "name", code: "text-too-long", message: `Full name must be ${LONGEST_NAME} characters or fewer` });
  if (withEmail && !isMailAddress(email)) {
    problems.push({ field: "email", code: "email-format", message: "Enter an email address in the correct format, like name@example.com" });
  }
  if (roles.length === 0) problems.push({ field: "roles", code: "answer-missing", message: "Select at least one role" });
  if (!areas.every((area) => AREA.test(area)))
    problems.push({ field: "areas", code: "answer-unknown", message: "Enter areas as the first half of postcodes, such as EM1, EM2" });
  if (gives.withTeam && teams.length === 0) problems.push({ field: "teams", code: "answer-missing", message: "Select at least one team" });
  return problems;
}

/** The inputs of an officer. The email address stays as it is once they are there: they sign in with it. */
export function officerInputs(gives: Gives, typed: TypedOfficer, problems: readonly Problem[], withEmail: boolean): Html {
  const name = input({
    id: "name",
    name: "name",
    label: { text: "Full name" },
    value: typed.name || undefined,
    autocomplete: "off",
    ...errorAt(problems, "name"),
  });
  const email =
    withEmail &&
    input({
      id: "email",
      name: "email",
      type: "email",
      label: { text: "Email address" },
      hint: { text: "They sign in with it" },
      value: typed.email || undefined,
      autocomplete: "off",
      spellcheck: false,
      ...errorAt(problems, "email"),
    });
  const roles = checkboxes({
    idPrefix: "roles",
    name: "roles",
    fieldset: { legend: { text: "Roles", classes: "govuk-fieldset__legend--s" } },
    classes: "govuk-checkboxes--small",
    items: gives.roles.map((role) => ({ value: role.id, text: role.name })),
    values: typed.roles,
    ...errorAt(problems, "roles"),
  });
  const teams = checkboxes({
    idPrefix: "teams",
    name: "teams",
    fieldset: { legend: { text: "Teams", classes: "govuk-fieldset__legend--s" } },
    classes: "govuk-checkboxes--small",
    items: gives.teams.map((team) => ({ value: team.id, text: team.name })),
    values: typed.teams,
    ...errorAt(problems, "teams"),
  });
  const areas =
    gives.roles.some(({ permissions }) => permissions.includes("cases.public-facts")) &&
    input({
      id: "areas",
      name: "areas",
      label: { text: "Areas, for a councillor" },
      hint: { text: "The first half of postcodes, such as EM1, EM2" },
      value: typed.areas?.join(", ") || undefined,
      autocomplete: "off",
      spellcheck: false,
      ...errorAt(problems, "areas"),
    });
  return html`${name}${email}${roles}${teams}${areas}`;
}
