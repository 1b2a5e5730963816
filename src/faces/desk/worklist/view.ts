import type { Sort, WorklistQuery } from "../../../cases/worklist.ts";
import { isUuid } from "../../../platform/ids.ts";
import { sign, unsign } from "../../../platform/seal.ts";
import { oneText } from "../../shared/query.ts";
import type { Visit } from "../../shared/visit.ts";

/** What an officer chose to see, as the address says it. */
export interface View {
  readonly state: WorklistQuery["state"];
  readonly holder: WorklistQuery["holder"];
  readonly service: string;
  readonly stage: string;
  readonly priority: string;
  readonly overdue: boolean;
  readonly waiting: boolean;
  readonly sort: Sort;
  /** The sealed place of the last row of the page before; empty on the first page. */
  readonly after: string;
}

export const STATES = { open: "Open", closed: "Closed" } as const;
export const HOLDERS = { anyone: "Anyone or nobody", me: "Me", nobody: "Nobody" } as const;
export const SORTS = { due: "Due first", newest: "Newest first", oldest: "Oldest first", updated: "Changed last first" } as const;

export const USUAL: View = {
  state: "open",
  holder: "anyone",
  service: "",
  stage: "",
  priority: "",
  overdue: false,
  waiting: false,
  sort: "due",
  after: "",
};

function oneOf<Name extends string>(names: Readonly<Record<Name, string>>, text: string, usual: Name): Name {
  // Safe: it is an own key of the names.
  return Object.hasOwn(names, text) ? (text as Name) : usual;
}

const CODE = /^[a-z0-9][a-z0-9_-]{0,80}$/;

function code(text: string): string {
  return CODE.test(text) ? text : "";
}

/** Reads an address. What it does not understand is as if it were not there. */
export function readView(query: unknown): View {
  const text = (name: string): string => oneText(query, name);
  return {
    state: oneOf(STATES, text("state"), USUAL.state),
    holder: oneOf(HOLDERS, text("holder"), USUAL.holder),
    service: code(text("service")),
    stage: code(text("stage")),
    priority: code(text("priority")),
    overdue: text("overdue") !== "",
    waiting: text("waiting") !== "",
    sort: oneOf(SORTS, text("sort"), USUAL.sort),
    after: text("after").slice(0, 300),
  };
}

/** The address of a view: only what is not as usual. */
export function addressOf(view: View): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (value === true) query.set(name, "1");
    else if (typeof value === "string" && value !== Reflect.get(USUAL, name)) query.set(name, value);
  }
  const text = query.toString();
  return text === "" ? "/desk" : `/desk?${text}`;
}

/** How many of the less used filters are set. */
export function filtersSet(view: View): number {
  return [view.service, view.stage, view.priority, view.state === "closed", view.sort !== "due"].filter(Boolean).length;
}

/** Seals a place in the list. It tells the time and id of a case, so only we may make one. */
export function placeAfter({ jar }: Visit, at: Date, id: string): string {
  return sign(jar.secret, "page-cursor", `${at.toISOString()} ${id}`);
}

export function readPlace({ jar, now }: Visit, text: string): WorklistQuery["after"] {
  const [iso = "", id] = (text === "" ? undefined : unsign(jar.secret, "page-cursor", text, now))?.split(" ") ?? [];
  return isUuid(id) ? { at: new Date(iso), id } : undefined;
}
