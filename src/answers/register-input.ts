import { button } from "../components/button.ts";
import { html, type Html } from "../components/html.ts";
import { input } from "../components/input.ts";
import { radios } from "../components/radios.ts";
import { cellText } from "../registers/cell-text.ts";
import type { Found, Row } from "../registers/register.ts";
import type { FieldState, Question } from "./answer-type.ts";
import { enterButton, errorAt, hidden, inputGroup, ofEntry } from "./inputs.ts";
import { labelOf, words } from "./messages.ts";
import { postedFor, type Posted } from "./register-fields.ts";
import { offered } from "./register-offers.ts";

/** Rows on a page of results. More than these nobody reads: another word finds fewer. */
export const MOST_LISTED = 15;

/** A search box and, once something was searched for, the rows that fit as radio buttons. With scripts the box suggests rows while one types. */
export function registerInput(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const posted = postedFor(state.fields, field);
  const error = errorAt(state, field, question);
  const isListed = posted.listedFor !== undefined || (error !== undefined && posted.search !== "");
  const find = button({
    html: html`${words(question).search}${!state.heading && forWhat(question)}${ofEntry(state)}`,
    name: `${field}.find`,
    value: "1",
    classes: "govuk-button--secondary",
    attributes: { "data-register-find": field },
  });
  // Among other questions Enter goes on, since the box may be any of them; alone, going on searches first.
  const enter = state.heading ? hidden(`${field}.alone`, "1") : enterButton(question, state);
  return inputGroup(
    question,
    state,
    html`${enter}${searchBox(question, state, posted)}${find}${isListed && results(question, state, posted)}`,
  );
}

/** Where several questions stand on a page, their buttons are heard apart. */
function forWhat(question: Question): Html {
  return html`<span class="govuk-visually-hidden">: ${labelOf(question) ?? question.ask}</span>`;
}

function searchBox(question: Question, state: FieldState, { search }: Posted): Html {
  const field = state.prefix + question.id;
  const id = `${field}.search`;
  const suggest = state.find !== undefined && { "data-register": state.find, "data-register-question": questionPath(field) };
  return input({
    id,
    name: id,
    label: { text: words(question).searchByName },
    errorMessage: errorAt(state, field, question),
    value: search || undefined,
    autocomplete: "off",
    spellcheck: false,
    attributes: suggest || undefined,
  });
}

/** `siblings.0.school` -> `siblings.school`: which question a field belongs to, wherever in a list of entries it stands. */
function questionPath(field: string): string {
  return field.replaceAll(/\.\d+(?=\.)/g, "");
}

function results(question: Question, state: FieldState, posted: Posted): Html {
  const field = state.prefix + question.id;
  const { search, key } = posted;
  const found = listed(question, state, posted);
  const kept = hidden(`${field}.for`, search);
  if (found.rows.length === 0) {
    return html`${kept}<p class="govuk-body" data-register-results="${field}">${words(question).foundNothing(search)}</p>`;
  }
  const rows = found.rows.map((row) => ({ value: row.key, ...itemOf(question, row), checked: row.key === key }));
  const list = radios({
    name: field,
    idPrefix: field,
    fieldset: { legend: { text: foundInWords(question, found, search), classes: "govuk-fieldset__legend--s" } },
    items: [...rows, { divider: words(question).or }, { value: "", text: words(question).noneOfThese, checked: key === "" }],
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

function foundInWords(question: Question, { rows, total }: Found, search: string): string {
  const say = words(question);
  return total > rows.length ? say.firstResults(rows.length, total, search) : say.results(total, search);
}

function itemOf(question: Question, row: Row): { text: string; hint?: { text: string } } {
  const detail = detailOf(question, row);
  return detail === "" ? { text: labelIn(question, row) } : { text: labelIn(question, row), hint: { text: detail } };
}

/** A row's label in the language of the question, where it has one in Welsh. */
export function labelIn({ language }: Question, row: Row): string {
  return language === "cy" ? (row.welsh ?? row.label) : row.label;
}

/** What is shown below a label to tell rows apart. */
export function detailOf({ settings, register, language = "en" }: Question, row: Row): string {
  const other = language === "cy" ? row.label : (row.welsh ?? row.label);
  const cells = (settings.show ?? []).map((name) => cellText(register?.columns[name] ?? "text", row.cells[name] ?? null, language));
  return [...(row.welsh === null ? [] : [other]), ...cells].filter((cell) => cell !== "").join(", ");
}
