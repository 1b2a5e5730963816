import { after } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { Shown } from "../support/shown-page.ts";
import { shown } from "../support/shown-page.ts";
import type { WebClient } from "../support/web-client.ts";
import { webClient } from "../support/web-client.ts";
import { getWith, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { councillor, partner } from "./outsiders.ts";
import { PEOPLE_WAYS } from "./people-pages.ts";
import { BY_LETTER, LIGHT, named, pothole } from "./seeds.ts";

interface World {
  readonly app: TestApp;
  readonly sam: Officer;
  readonly client: WebClient;
  /** A case with everything on it. */
  readonly full: string;
  /** A case that is late, and nobody's. */
  readonly late: string;
  /** A case whose clock is stopped. */
  readonly stopped: string;
}

const LONG = { "your_name.first": "Wilhelmina", "your_name.last": "Featherstonehaugh-Cholmondeley" };

async function openWorld(): Promise<World> {
  const app = await testApp();
  const sam = await officer(
    app,
    "Sam Okoro",
    ["caseworker", "inspector", "manager", "administrator", "records-officer"],
    ["highways", "waste", "licensing"],
  );
  // Somebody who can cover.
  await officer(app, "Jo Penn", ["caseworker"], ["highways"]);
  const late = await submitted(app, "report-a-pothole", pothole(named("Wilhelmina", "Featherstonehaugh-Cholmondeley")));
  for (let days = 0; days < 28; days++) {
    await submitted(app, "report-a-pothole", pothole({ ...named("Ada", "Byron"), width: days % 2 === 0 ? "small" : "large" }));
    app.clock.pass(86_400_000);
  }
  const stopped = await submitted(app, "report-a-street-light", LIGHT);
  const full = await submitted(app, "report-a-pothole", pothole({ ...BY_LETTER, danger: true, more: "Very deep" }));
  await app.settle();
  const client = await (await signedIn(app, sam)).get(`/desk/cases/${full}`);
  await client.get(`/desk/cases/${stopped}`);
  await client.press("Confirm", { action: "send-crew" });
  await client.press("Confirm", { action: "pass-on", reason: "There is no supply at the column." });
  await client.get(`/desk/cases/${full}`);
  await client.press("Take this case");
  await client.press("Add note", { text: "A note\nof two lines" });
  await client.press("Send message", { text: "We will come tomorrow." });
  const item = await app.context.cases.byReference("eastmere", full);
  const asking = {
    council: "eastmere",
    caseId: item?.id ?? "",
    channel: "web",
    officer: null,
    roles: [],
    key: app.context.ids.uuid(app.clock.now()),
  } as const;
  await app.context.cases.apply(asking, { kind: "reply", text: `Thank you. ${"Verylongwordwithoutend".repeat(12)}`, files: [] });
  await app.settle();
  const now = app.clock.now();
  const bury = {
    name: "test-bury",
    text: "insert into jobs (council, id, kind, payload, run_at, created_at, attempts, dead_at, problem) values ('eastmere', $1, 'errand', '{}', $2, $2, 12, $2, 'mail-refused: The mail server refused us')",
  };
  await app.database.execute(bury, [app.context.ids.uuid(now), now]);
  return { app, sam, client, full, late, stopped };
}

const FIND_SCHOOL = "Search : the school : Preference 1";

type Way = (world: World) => Promise<WebClient>;

const at =
  (path: string): Way =>
  ({ client }) =>
    client.get(path);
const from =
  (path: string, button: string, fields: Readonly<Record<string, string | readonly string[]>> = {}): Way =>
  async ({ client }) =>
    (await client.get(path)).press(button, fields);

async function started({ client }: World, service: string): Promise<WebClient> {
  return (await client.get("/desk/start")).press("Start", { service, channel: "phone" });
}

/** What an action would do to three cases. */
async function previewed({ app, client }: World): Promise<WebClient> {
  const references: string[] = [];
  for (let i = 0; i < 3; i++) references.push(await submitted(app, "report-a-pothole", pothole({ ...named("Bo", "Li"), width: "large" })));
  await client.get("/desk?sort=newest");

  await client.press("Choose what to do", { which: "chosen", case: references });
  return client.press("See what will happen", { do: "act", action: "report-a-pothole/received/not-ours", reason: "A private road" });
}

/** A street light to which an electrician was sent. */
async function sentOut({ app, client }: World): Promise<string> {
  const reference = await submitted(app, "report-a-street-light", LIGHT);
  await client.get(`/desk/cases/${reference}`);
  await client.press("Confirm", { action: "send-crew" });
  return reference;
}

async function checked(world: World): Promise<WebClient> {
  const client = await started(world, "report-a-pothole");
  await client.press("Update questions", { road_kind: "street", tell_by: "email" });
  return client.press("Check and send", { where: "Mill Lane", width: "small", danger: "no", your_email: "jo@example.com", ...LONG });
}

/** Every kind of page at the desk, plain and with errors, and how to come there. */
const WAYS: Readonly<Record<string, Way>> = {
  "sign in": ({ app }) => webClient(app).get("/desk/sign-in"),
  "sign in with errors": async ({ app }) => (await webClient(app).get("/desk/sign-in")).press("Sign in"),
  worklist: at("/desk"),
  "worklist with filters": at("/desk?state=open&service=report-a-pothole&stage=received&overdue=1"),
  "worklist with nothing": at("/desk?service=keep-a-dragon"),
  "worklist by answers, with columns": at("/desk?service=report-a-pothole&q.width=large&rule=danger&columns=due,a.width,opened"),
  "worklist with a condition that is wrong": at("/desk?service=report-a-pothole&rule=width+%3D"),
  filters: at("/desk/filters?service=keep-a-dragon"),
  "filters of all services": at("/desk/filters"),
  board: at("/desk/board?service=report-a-pothole"),
  "board of no service": at("/desk/board"),
  "what to do with many cases": from("/desk", "Choose what to do", { which: "page" }),
  "what to do with many cases, with errors": async ({ client }) =>
    (await (await client.get("/desk")).press("Choose what to do", { which: "all" })).press("See what will happen"),
  "what will happen to many cases": previewed,
  "what was done to many cases": async (world) => (await previewed(world)).press("Do it for 3 cases"),
  "save a list with errors": from("/desk/lists/new?stage=received", "Save list"),
  "saved lists": from("/desk/lists/new?stage=received", "Save list", { name: "Received" }),
  "all saved lists": at("/desk/lists"),
  "change a saved list": async ({ client }) => {
    const { body } = await client.get("/desk/lists");
    return client.get(/href="(\/desk\/lists\/[^"]+)"/.exec(body)?.[1] ?? "");
  },
  keyboard: at("/desk/keys"),
  "search results": from("/desk", "Search", { search: "Byron" }),
  "search without results": from("/desk", "Search", { search: "Nobody at all" }),
  "case with everything": ({ client, full }) => client.get(`/desk/cases/${full}`),
  "case that is late, history checked": ({ client, late }) => client.get(`/desk/cases/${late}?check=history`),
  "case whose clock is stopped": ({ client, stopped }) => client.get(`/desk/cases/${stopped}`),
  "case with an error in a day to expect it": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}`)).press("Tell the person", { "expect-day-day": "31", "expect-day-month": "2" }),
  "case after a note": ({ client, late }) => client.get(`/desk/cases/${late}?done=note`),
  "case with an error": async ({ client, late }) => (await client.get(`/desk/cases/${late}`)).press("Confirm"),
  "case with an error in a message": async ({ client, late }) => (await client.get(`/desk/cases/${late}`)).press("Send message"),
  "leave and cover": at("/desk/leave"),
  "leave with errors": from("/desk/leave", "Save leave"),
  "API keys": async (world) => {
    await (
      await world.client.get("/desk/api-keys/new")
    ).press("Make the key", { name: "A contractor", rights: "cases.read", services: "report-a-pothole" });
    return world.client.get("/desk/api-keys");
  },
  "make an API key with errors": from("/desk/api-keys/new", "Make the key"),
  "an API key that was made": from("/desk/api-keys/new", "Make the key", { name: "A parish", rights: "cases.submit" }),
  "messages that did not arrive": at("/desk/undelivered"),
  "your settings": at("/desk/settings"),
  "your settings with a calendar": from("/desk/settings", "Make an address"),
  "add what the person said, with errors": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}/said`)).press("Add it to the case"),
  "cases of a partner": async ({ app }) => (await signedIn(app, await partner(app))).get("/desk/partner"),
  "case of a partner": async ({ app, client }) => {
    const reference = await submitted(app, "report-a-pothole", pothole({ danger: true, more: "Very deep" }));
    await client.get(`/desk/cases/${reference}`);
    await client.press("Confirm", { action: "inspect" });
    await client.press("Confirm", { action: "order-repair" });
    const crew = await (await signedIn(app, await partner(app))).get(`/desk/partner/${reference}`);
    return crew.press("Confirm");
  },
  "area of a councillor": async ({ app }) => (await signedIn(app, await councillor(app))).get("/desk/area"),
  "enquiry of a councillor with errors": async ({ app }) =>
    (await (await signedIn(app, await councillor(app))).get("/desk/area/enquiry")).press("Raise the enquiry", { about: "x" }),
  "enquiry of a councillor that is raised": async ({ app }) =>
    (await (await signedIn(app, await councillor(app))).get("/desk/area/enquiry")).press("Raise the enquiry", {
      enquiry: "When is Mill Lane swept?",
    }),
  "looks at sensitive cases": at("/desk/looks"),
  "looks with an error": at("/desk/looks?reference=x&on.day=31&on.month=2"),
  "open a case in an emergency": at("/desk/emergency"),
  "open a case in an emergency with errors": from("/desk/emergency", "Open the case"),
  "link another case, with errors": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}/together/link`)).press("Link the cases", { why: "The same road" }),
  "case that is linked": async ({ client, late, stopped }) =>
    (await client.get(`/desk/cases/${late}/together/link`)).press("Link the cases", { reference: stopped, why: "The same road" }),
  "change an answer": ({ client, late }) => client.get(`/desk/cases/${late}/answers/width`),
  "change an answer that asks for more": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}/answers/width`)).press("Change the answer", { width: "huge", reason: "It has grown" }),
  "change an answer with errors": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}/answers/width`)).press("Change the answer"),
  "the same as another case, with errors": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}/together/same-as`)).press("Close this one as a duplicate"),
  duplicate: async ({ app, client, late }) => {
    const same = await submitted(app, "report-a-pothole", pothole());
    await client.get(`/desk/cases/${same}/together/same-as`);
    return client.press("Close this one as a duplicate", { same: "another", reference: late });
  },
  "not the same after all": async ({ app, client, late }) => {
    const same = await submitted(app, "report-a-pothole", pothole());
    await client.get(`/desk/cases/${same}/together/same-as`);
    await client.press("Close this one as a duplicate", { same: "another", reference: late });
    return client.get(`/desk/cases/${same}/together/not-the-same`);
  },
  "make a sub-case, with errors": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}/together/split`)).press("Make the sub-case", { "due.day": "31", "due.month": "2" }),
  "case with a sub-case": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}/together/split`)).press("Make the sub-case", { task: "Clear the site", team: "waste" }),
  "sub-case": async ({ client, late }) => {
    await client.get(`/desk/cases/${late}/together/split`);
    await client.press("Make the sub-case", { task: "Close the road", team: "highways", sees: ["where", "width"] });
    const part = /Sub-cases<\/h3>[\s\S]*?href="(\/desk\/cases\/[^"/]+)"/.exec(client.body)?.[1] ?? "";
    return client.get(part);
  },
  "what an action asks": async (world) => world.client.get(`/desk/cases/${await sentOut(world)}/actions/mended`),
  "what an action asks, with errors": async (world) => {
    await world.client.get(`/desk/cases/${await sentOut(world)}/actions/mended`);
    return world.client.press("Record that it is mended");
  },
  "case with what was recorded": async (world) => {
    await world.client.get(`/desk/cases/${await sentOut(world)}/actions/mended`);
    return world.client.press("Record that it is mended", { work: "fuse", reason: "The fuse had gone." });
  },
  "case that can be reopened, with errors": async ({ app, client }) => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    await client.get(`/desk/cases/${reference}`);
    await client.press("Confirm", { action: "not-ours", reason: "A private road" });
    return client.press("Reopen the case");
  },
  "case with an action that is not offered": async ({ app, client }) => {
    const reference = await submitted(app, "report-a-pothole", pothole({ danger: true, more: "Very deep" }));
    await client.get(`/desk/cases/${reference}`);
    return client.press("Confirm", { action: "inspect" });
  },
  "what an action asks of many cases, with errors": async (world) => {
    const { client } = world;
    const references = [await sentOut(world), await sentOut(world)];
    await client.get("/desk?sort=newest");
    await client.press("Choose what to do", { which: "chosen", case: references });
    await client.press("See what will happen", { do: "act", action: "report-a-street-light/sent/mended" });
    return client.press("See what will happen");
  },
  "move to another service": async ({ client, stopped }) =>
    (await client.get(`/desk/cases/${stopped}/together/move`)).press("See what goes with it", { service: "report-a-pothole" }),
  "move to another service, with errors": async ({ client, late }) =>
    (await client.get(`/desk/cases/${late}/together/move`)).press("See what goes with it"),
  "start a service": at("/desk/start"),
  "start with errors": from("/desk/start", "Start"),
  script: (world) => started(world, "keep-a-dragon"),
  "script with sections": (world) => started(world, "store-petrol"),
  "script of a calculator": (world) => started(world, "defer-care-payments"),
  "script with errors": async (world) => (await started(world, "keep-a-dragon")).press("Check and send"),
  "script with more questions": async (world) => {
    const client = await started(world, "report-a-pothole");
    return client.press("Check and send", {
      where: "Mill Lane",
      road_kind: "street",
      width: "huge",
      danger: "yes",
      tell_by: "post",
      ...LONG,
    });
  },
  "script with rows found": async (world) =>
    (await started(world, "primary-school-place")).press(FIND_SCHOOL, { carer: "yes", "schools.0.school.search": "orchard" }),
  "script at an outcome": async (world) => (await started(world, "report-a-pothole")).press("Update questions", { road_kind: "motorway" }),
  check: checked,
  sent: async (world) => (await checked(world)).press("Send"),
  letters: at("/desk/letters"),
  "letters with an error": from("/desk/letters", "Note as printed"),
  "all letters": at("/desk/letters/all"),
  "failed jobs": at("/desk/jobs"),
  officers: at("/desk/officers"),
  "add an officer": at("/desk/officers/new"),
  "add an officer with errors": from("/desk/officers/new", "Add", { email: "x" }),
  "new password": from("/desk/officers/new", "Add", { name: "New Comer", email: "new@eastmere.example", roles: ["caseworker"] }),
  officer: ({ client, sam }) => client.get(`/desk/officers/${sam.id}`),
  definitions: at("/desk/definitions"),
  definition: at("/desk/definitions/keep-a-dragon"),
  "definition with a plan": async ({ client }) => {
    await client.get("/desk/definitions/host-a-tournament/withdraw");
    const later = {
      when: "later",
      "day.day": "1",
      "day.month": "6",
      "day.year": "2026",
      time: "9am",
      reason: "The field is closed in June",
    };
    return client.press("Withdraw", later);
  },
  "call off": at("/desk/definitions/host-a-tournament/call-off?number=2"),
  version: at("/desk/definitions/keep-a-dragon/versions/1"),
  "publish a definition": at("/desk/definitions/keep-a-dragon/publish"),
  "withdraw with errors": from("/desk/definitions/keep-a-dragon/withdraw", "Withdraw", { when: "later", "day.day": "31", time: "9" }),
  "due to be erased": at("/desk/records?by.day=1&by.month=6&by.year=2036"),
  "due to be erased with errors": at("/desk/records?by.day=31&by.month=2&by.year=2036"),
  "what was erased": at("/desk/records/log"),
  "place a hold": ({ client, full }) => client.get(`/desk/records/hold/${full}`),
  "place a hold with errors": async ({ client, full }) =>
    (await client.get(`/desk/records/hold/${full}`)).press("Place the hold", {
      "until.day": "1",
      "until.month": "1",
      "until.year": "2020",
    }),
  "case that is held": async ({ client, full }) =>
    (await client.get(`/desk/records/hold/${full}`)).press("Place the hold", { reason: "A claim for a fall" }),
  "look for a person": at("/desk/records/person"),
  "look for a person with errors": from("/desk/records/person", "Find their cases", { name: "Mary" }),
  "a person's cases": from("/desk/records/person", "Find their cases", { name: "Mary O'Neill-Smith", postcode: "em1 2ab" }),
  "legal holds": at("/desk/records/holds"),
  ...PEOPLE_WAYS,
  "make a version live": at("/desk/definitions/keep-a-dragon/roll-back?version=1"),
};

async function collect({ app, sam, late, ...world }: World): Promise<readonly Shown[]> {
  const pages: Shown[] = [];
  for (const [name, way] of Object.entries(WAYS)) pages.push(shown(`desk, ${name}`, await way({ app, sam, late, ...world })));
  const path = `/desk/cases/${late}`;
  const cookie = await sessionCookie(app, sam);
  const others = {
    "signed out while typing": await postWith(app, "", `${path}/note`, {}),
    "page of an old session": await postWith(app, cookie, `${path}/note`, { text: "Typed" }),
    "case that is not there": await getWith(app, cookie, "/desk/cases/x"),
  };
  for (const [name, { statusCode: status, body, headers }] of Object.entries(others)) {
    pages.push(shown(`desk, ${name}`, { path, status, body, headers }));
  }
  return pages;
}

let world: Promise<World> | undefined;
let all: Promise<readonly Shown[]> | undefined;

/** Every page of the desk, gone to once in a run. */
export function deskPages(): Promise<readonly Shown[]> {
  world ??= openWorld();
  all ??= world.then(collect);
  return all;
}

// At the root, whichever test file loads this module first: it runs once, after every test of the run.
after(async () => {
  await (await world)?.app.stop();
});
