import { button } from "../components/button.ts";
import { html, type Html } from "../components/html.ts";
import { input } from "../components/input.ts";
import { radios } from "../components/radios.ts";
import { cellText } from "../registers/cell-text.ts";
import type { Found, Row } from "../registers/register.ts";
import type { FieldState, Question } from "./answer-type.ts";
import { ENTER_BUTTON, errorAt, hidden, inputGroup } from "./inputs.ts";
import { postedFor, type Posted } from "./register-fields.ts";
import { offered } from "./register-offers.ts";

/** Rows on a page of results. More than these nobody reads: another word finds fewer. */
export const MOST_LISTED = 15;

/** A search box and, once something was searched for, the rows that fit as radio buttons. With scripts the box suggests rows while one types. */
export function registerInput(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const posted = postedFor(state.fields, field);
  const error = errorAt(state, field);
  const isListed = posted.listedFor !== undefined || (error !== undefined && posted.search !== "");
  const find = button({
    text: "Search",
    name: `${field}.find`,
    value: "1",
    classes: "govuk-button--secondary",
    attributes: { "data-register-find": field },
  });
  // Enter searches where the question stands alone. Among others it goes on, since the box may be any of them.
  const enter = !state.heading && ENTER_BUTTON;
  return inputGroup(
    question,
    state,
    html`${enter}${searchBox(question, state, posted)}${find}${isListed && results(question, state, posted)}`,
  );
}

function searchBox(question: Question, state: FieldState, { search }: Posted): Html {
  const field = state.prefix + question.id;
  const id = `${field}.search`;
  const suggest = state.find !== undefined && { "data-register": state.find, "data-register-question": questionPath(field) };
  return input({
    id,
    name: id,
    label: { text: "Search by name" },
    errorMessage: errorAt(state, field),
    value: search || undefined,
    autocomplete: "off",
    spellcheck: false,
    attributes: suggest || undefined,
  });
}

/** `siblings.0.school` -> `siblings.school`: which question a field belongs to, wherever in a list of entries it stands. */
function questionPath(field: string): string {
  return field.replaceAll(/\.\d+\./g, ".");
}

function results(question: Question, state: FieldState, posted: Posted): Html {
  const field = state.prefix + question.id;
  const { search, key } = posted;
  const found = listed(question, state, posted);
  const kept = hidden(`${field}.for`, search);
  if (found.rows.length === 0) {
    return html`${kept}<p class="govuk-body" data-register-results="${field}">We found nothing for ‘${search}’. Check the spelling, or search for another word.</p>`;
  }
  const rows = found.rows.map((row) => ({ value: row.key, ...itemOf(question, row), checked: row.key === key }));
  const list = radios({
    name: field,
    idPrefix: field,
    fieldset: { legend: { text: foundInWords(found, search), classes: "govuk-fieldset__legend--s" } },
    items: [...rows, { divider: "or" }, { value: "", text: "None of these", checked: key === "" }],
  });
  return html`${kept}<div data-register-results="${field}">${list}</div>`;
}

/** The rows that fit, with the one that is chosen among them. */
function listed(question: Question, state: FieldState, { search, key }: Posted): Found {
  const only = offered(question, state.facts ?? {});
  const found = question.register?.search({ words: search, limit: MOST_LISTED, ...(only !== undefined && { only }) }) ?? {
    rows: [],
    total: 0,
  };
  const chosen = key === undefined || key === "" ? undefined : question.register?.row(key);
  if (chosen === undefined || found.rows.some((row) => row.key === key)) return found;
  return { rows: [chosen, ...found.rows.slice(0, MOST_LISTED - 1)], total: Math.max(found.total, 1) };
}

function foundInWords({ rows, total }: Found, search: string): string {
  const fit = search === "" ? "" : ` for ‘${search}’`;
  if (total > rows.length) return `The first ${rows.length} of ${total} results${fit}. Search for another word as well to see fewer`;
  return `${total} ${total === 1 ? "result" : "results"}${fit}`;
}

function itemOf(question: Question, row: Row): { text: string; hint?: { text: string } } {
  const detail = detailOf(question, row);
  return detail === "" ? { text: row.label } : { text: row.label, hint: { text: detail } };
}

/** What is shown below a label to tell rows apart. */
export function detailOf({ settings, register }: Question, row: Row): string {
  const cells = (settings.show ?? []).map((name) => cellText(register?.columns[name] ?? "text", row.cells[name] ?? null));
  return [...(row.welsh === null ? [] : [row.welsh]), ...cells].filter((cell) => cell !== "").join(", ");
}
