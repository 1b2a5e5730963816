import type { Sort, WorklistQuery } from "../../../cases/worklist-query.ts";
import { isUuid } from "../../../platform/ids.ts";
import { sign, unsign } from "../../../platform/seal.ts";
import { manyTexts, oneText } from "../../shared/query.ts";
import type { Visit } from "../../shared/visit.ts";
import type { AnswerFilters } from "./answer-filters.ts";
import { readAnswerFilters } from "./answer-filters.ts";

/** What an officer chose to see, as the address says it. */
export interface View {
  readonly state: WorklistQuery["state"];
  readonly holder: WorklistQuery["holder"];
  /** Empty for every team whose cases the officer may see, `mine` for their own, or the code of one. */
  readonly team: string;
  readonly service: string;
  readonly stage: string;
  readonly priority: string;
  readonly overdue: boolean;
  /** Due today and not late yet. */
  readonly today: boolean;
  readonly waiting: boolean;
  readonly paused: boolean;
  readonly mentioned: boolean;
  readonly sort: Sort;
  /** What answers of the chosen service are to be, by field. */
  readonly answers: AnswerFilters;
  /** A rule over answers, as an officer wrote it. */
  readonly rule: string;
  /** The columns shown, in order; empty for the usual ones. */
  readonly columns: readonly string[];
  /** The sealed place of the last row of the page before; empty on the first page. */
  readonly after: string;
}

export const STATES = { open: "Open", closed: "Closed" } as const;
export const HOLDERS = { anyone: "Anyone or nobody", me: "Me", nobody: "Nobody" } as const;
export const SORTS = { due: "Due first", newest: "Newest first", oldest: "Oldest first", updated: "Changed last first" } as const;

export const USUAL: View = {
  state: "open",
  holder: "anyone",
  team: "",
  service: "",
  stage: "",
  priority: "",
  overdue: false,
  today: false,
  waiting: false,
  paused: false,
  mentioned: false,
  sort: "due",
  answers: {},
  rule: "",
  columns: [],
  after: "",
};

export const LONGEST_RULE = 300;
const MOST_COLUMNS = 20;

function oneOf<Name extends string>(names: Readonly<Record<Name, string>>, text: string, usual: Name): Name {
  // Safe: it is an own key of the names.
  return Object.hasOwn(names, text) ? (text as Name) : usual;
}

const CODE = /^[a-z0-9][a-z0-9_-]{0,80}$/;
const COLUMN = /^(a\.)?[a-z][a-z0-9_]{0,80}$/;

function code(text: string): string {
  return CODE.test(text) ? text : "";
}

/** Reads an address. What it does not understand is as if it were not there. */
export function readView(query: unknown): View {
  const text = (name: string): string => oneText(query, name);
  const columns = manyTexts(query, "columns").flatMap((value) => value.split(","));
  return {
    state: oneOf(STATES, text("state"), USUAL.state),
    holder: oneOf(HOLDERS, text("holder"), USUAL.holder),
    team: code(text("team")),
    service: code(text("service")),
    stage: code(text("stage")),
    priority: code(text("priority")),
    overdue: text("overdue") !== "",
    today: text("today") !== "",
    waiting: text("waiting") !== "",
    paused: text("paused") !== "",
    mentioned: text("mentioned") !== "",
    sort: oneOf(SORTS, text("sort"), USUAL.sort),
    answers: readAnswerFilters(query),
    rule: text("rule").trim().slice(0, LONGEST_RULE),
    columns: [...new Set(columns.filter((name) => COLUMN.test(name)))].slice(0, MOST_COLUMNS),
    after: text("after").slice(0, 300),
  };
}

/** What of a view is not as usual, as the pairs of an address. */
export function pairsOf({ answers, columns, ...view }: View): readonly (readonly [string, string])[] {
  const flags = Object.entries(view).flatMap(([name, value]): [string, string][] => {
    if (value === true) return [[name, "1"]];
    return typeof value === "string" && value !== Reflect.get(USUAL, name) ? [[name, value]] : [];
  });
  const asked = Object.entries(answers).map(([name, value]): [string, string] => [`q.${name}`, value]);
  return [...flags, ...asked, ...(columns.length > 0 ? [["columns", columns.join(",")] as const] : [])];
}

/** The query of a view's address: only what is not as usual. */
export function queryText(view: View): string {
  return new URLSearchParams(pairsOf(view).map(([name, value]): [string, string] => [name, value])).toString();
}

/** The address of a view, or of another page about what it shows. */
export function addressOf(view: View, path = "/desk"): string {
  const text = queryText(view);
  return text === "" ? path : `${path}?${text}`;
}

/** How many of the less used filters are set. */
export function filtersSet(view: View): number {
  const { service, stage, priority, team, rule, state, sort, answers } = view;
  const plain = [service, stage, priority, team, rule, state === "closed", sort !== "due"].filter(Boolean);
  return plain.length + Object.keys(answers).length;
}

/** Seals a place in the list. It tells the time and id of a case, so only we may make one. */
export function placeAfter({ jar }: Visit, { at, id }: { readonly at: Date; readonly id: string }): string {
  return sign(jar.secret, "page-cursor", `${at.toISOString()} ${id}`);
}

export function readPlace({ jar, now }: Visit, text: string): WorklistQuery["after"] {
  const [iso = "", id] = (text === "" ? undefined : unsign(jar.secret, "page-cursor", text, now))?.split(" ") ?? [];
  return isUuid(id) ? { at: new Date(iso), id } : undefined;
}
