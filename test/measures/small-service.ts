import type { Action, PublishedService, Stage } from "../../src/definition/service.ts";

const close: Action = { id: "close", title: "Close", to: "closed", by: [], reason: "none", asks: [] };
const received: Stage = {
  id: "received",
  title: "Received",
  says: "We have it.",
  next: "We look at it.",
  closed: false,
  actions: new Map([["close", close]]),
  on: {},
};
const reopen = { within: { amount: 28, unit: "days" }, to: "received", by: [], resident: true } as const;
const closed: Stage = { ...received, id: "closed", title: "Closed", closed: true, actions: new Map(), reopen };

/** A service of two stages and no questions, for tests that need only its cases. */
export function smallService(id: string): PublishedService {
  return {
    id,
    version: 1,
    title: `Test ${id}`,
    summary: "A test.",
    keywords: [],
    group: "Tests",
    owner: "highways",
    lead: "Nobody",
    codes: {},
    start: { who: [], need: [], time: "", cost: "", takes: "", body: "" },
    questions: new Map(),
    flow: [],
    screens: new Map(),
    requests: new Map(),
    filledFrom: new Map(),
    outcomes: new Map(),
    tables: new Map(),
    drafts: { days: 28, remind: 3 },
    declarations: [],
    person: {},
    case: {
      team: "highways",
      deadline: { any: { amount: 5, unit: "days" } },
      stages: new Map([
        ["received", received],
        ["closed", closed],
      ]),
      first: "received",
      asked: new Map(),
      subCases: new Map(),
    },
    messages: new Map(),
    retention: { amount: 1, unit: "years" },
    identity: "none",
    basis: "public task",
    hash: "0".repeat(64),
    source: "",
  };
}
