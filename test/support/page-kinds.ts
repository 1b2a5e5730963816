import { carryOut } from "../../src/councils/carry-out.ts";
import type { Database } from "../../src/platform/database.ts";
import { DatabaseUnavailable } from "../../src/platform/database-error.ts";
import { testApp } from "./app.ts";
import { ACTION_PAGES } from "./action-pages.ts";
import { ASKED_PAGES } from "./asked-pages.ts";
import { CONFIRM_PAGES } from "./confirm-pages.ts";
import { walkWeb } from "./covering.ts";
import { testDatabase } from "./database.ts";
import type { WebClient } from "./web-client.ts";
import { webClient } from "./web-client.ts";
import type { World } from "./world.ts";

/** How a visitor comes to a kind of page. */
export type Way = (world: World) => Promise<WebClient>;

const POTHOLE = "/services/report-a-pothole";
const PLACE = { where: "Outside 12 Mill Lane" };

/** A visitor who has answered the first question about a pothole. */
async function begun(world: World): Promise<WebClient> {
  const client = await world.visitor().get(POTHOLE);
  await client.press("Start now");
  return client.press("Continue", PLACE);
}

/** A visitor who looks at their pothole, all questions answered and not sent. */
async function ended(world: World, kind: string): Promise<WebClient> {
  const client = await begun(world);
  return client.press("Continue", { road_kind: kind });
}

/** A visitor who is told how much care they could pay for later. */
async function calculated(world: World): Promise<WebClient> {
  const client = await world.visitor().get("/services/defer-care-payments");
  await client.press("Start now");
  await client.press("Continue", { owner: "yes" });
  await client.press("Continue", { relative: "no" });
  await client.press("Continue", { savings: "9000" });
  await client.press("Continue", { worth: "165000", owed: "0" });
  await client.press("Continue", { weekly_cost: "1000", weekly_pay: "250" });
  return client.press("Continue", { "starts.day": "1", "starts.month": "3", "starts.year": "2025" });
}

const PETROL = "/services/store-petrol";

/** A visitor at the task list of a long application. */
async function tasks(world: World): Promise<WebClient> {
  const client = await world.visitor().get(PETROL);
  await client.press("Start now");
  return client.press("Continue", { pumped: "yes" });
}

async function keeper(world: World): Promise<WebClient> {
  const client = await (await tasks(world)).get(`${PETROL}/journey/keeper`);
  return client.press("Continue", { keeper: "company" });
}

/** A visitor who has answered all about a school place, and has statements to tick. */
async function atSchoolCheck(world: World): Promise<WebClient> {
  const [journey] = world.journeys("primary-school-place");
  if (journey === undefined) throw new Error("No journey ends in a case");
  return walkWeb(world.visitor(), world.service("primary-school-place"), journey, { send: false });
}

/** A visitor who is asked which showground is nearest: a row of a register. */
async function atGround(world: World): Promise<WebClient> {
  const client = await world.visitor().get("/services/host-a-tournament");
  await client.press("Start now");
  await client.press("Continue", { host: "charity" });
  await client.press("Continue", { charity: "1234567" });
  return client.press("Continue", { field: "100012345678" });
}

/** A visitor who is asked for schools: rows of a register inside a group. */
async function atSchools(world: World): Promise<WebClient> {
  const client = await atSchoolCheck(world);
  return client.get("/services/primary-school-place/journey/schools?from=check");
}

/** A visitor who is asked for an address that they have given before. */
async function filledIn(world: World): Promise<WebClient> {
  const client = world.visitor();
  const journey = world.journeys("primary-school-place").find(({ answers }) => answers["your_address"] !== undefined);
  if (journey === undefined) throw new Error("No journey asks for an address");
  const reached = new Error("Reached");
  const seen = (screen: string): Promise<void> => (screen === "your-address" ? Promise.reject(reached) : Promise.resolve());
  await walkWeb(client, world.service("primary-school-place"), journey, { seen }).catch((error: unknown) => {
    if (error !== reached) throw error;
  });
  return client;
}

async function siteDone(world: World): Promise<WebClient> {
  const client = await (await tasks(world)).get(`${PETROL}/journey/site`);
  await client.press("Continue", { "site.line1": "1 Quay Road", "site.town": "Eastmere", "site.postcode": "EM1 1AA" });
  return client.press("Continue", { use: "depot" });
}

/** The same pages of a visitor who reads Welsh. */
async function inWelsh(world: World, path: string): Promise<WebClient> {
  return world.visitor().get(`${path}${path.includes("?") ? "&" : "?"}lang=cy`);
}

/** A visitor who reads Welsh, and answered nothing about a pothole. */
async function wrongInWelsh(world: World): Promise<WebClient> {
  const client = await inWelsh(world, POTHOLE);
  await client.press("Dechrau nawr");
  return client.press("Parhau");
}

async function saved(world: World, email: string): Promise<WebClient> {
  const client = await begun(world);
  await client.get(`${POTHOLE}/journey/save`);
  return client.press("Email me a link", { email });
}

/** A visitor who follows the link of the newest email. */
async function resumed(world: World): Promise<WebClient> {
  // So that no other email is as new.
  world.app.clock.pass(60_000);
  await saved(world, "sam@example.test");
  await world.app.settle();
  // Another page may have caused an email meanwhile.
  const client = await world.visitor().get("/demo/mailbox");
  for (const [, mail = ""] of client.body.matchAll(/href="(\/demo\/mailbox\/[^"]+)"/g)) {
    const link = /href="[^"]*(\/resume\/[^"]+)"/.exec((await client.get(mail)).body)?.[1];
    if (link !== undefined) return client.get(link);
  }
  throw new Error("No email has a link to come back by");
}

async function newestMail(world: World): Promise<WebClient> {
  const client = await world.visitor().get("/demo/mailbox");
  return client.get(/href="(\/demo\/mailbox\/[^"]+)"/.exec(client.body)?.[1] ?? "");
}

/** Wrong pairs for one reference, until there have been too many. */
async function refused(world: World): Promise<WebClient> {
  const client = await world.visitor().get("/cases");
  for (let tries = 0; tries < 40 && client.status !== 429; tries++) {
    await client.press("Continue", { reference: world.closed.reference, proof: "someone@else.test" });
  }
  return client;
}

/** A Guildhall that loses its database while somebody answers. */
async function broken(): Promise<WebClient> {
  const database = await testDatabase();
  let lost = false;
  const query: Database["query"] = async (statement, values) => {
    if (lost) throw new DatabaseUnavailable("the connection was lost");
    return database.query(statement, values);
  };
  const app = await testApp({ database: { ...database, query } });
  try {
    const client = await webClient(app).get(POTHOLE);
    await client.press("Start now");
    lost = true;
    return await client.get(client.path);
  } finally {
    lost = false;
    await app.stop();
  }
}

/** A visitor who comes on with a journey of a service that has been withdrawn. */
async function withdrawn(): Promise<WebClient> {
  const app = await testApp();
  try {
    const client = await webClient(app).get(POTHOLE);
    await client.press("Start now");
    await client.press("Continue", PLACE);
    const actor = { by: "operator", officer: null, reason: "A fault in the form" } as const;
    await carryOut(app, { council: "eastmere", service: "report-a-pothole", actor }, { kind: "withdraw" });
    await app.context.councils.follow();
    return await client.get(`${POTHOLE}/journey`);
  } finally {
    await app.stop();
  }
}

/** Every kind of page that a resident meets, besides the screens of services, and how to get there. */
export const PUBLIC_PAGES: Readonly<Record<string, Way>> = {
  "front page": ({ visitor }) => visitor().get("/"),
  "services A to Z": ({ visitor }) => visitor().get("/services"),
  "search that finds": ({ visitor }) => visitor().get("/services?search=road"),
  "search that finds nothing": ({ visitor }) => visitor().get("/services?search=submarine"),
  "start page": ({ visitor }) => visitor().get("/services/store-petrol"),
  "start page with unfinished answers": async (world) => (await begun(world)).get(POTHOLE),
  "a withdrawn service": withdrawn,
  outcome: (world) => ended(world, "motorway"),
  "outcome with figures": calculated,
  "task list": tasks,
  "task list with a section begun": async (world) => (await keeper(world)).get(`${PETROL}/journey/tasks`),
  "question in a section": keeper,
  "statements to tick": (world) => atSchoolCheck(world),
  "statements that are not ticked": async (world) => (await atSchoolCheck(world)).press("Accept and send", { declared: ["1"] }),
  "rows found": async (world) => (await atGround(world)).press("Search", { "ground.search": "field" }),
  "no rows found": async (world) => (await atGround(world)).press("Search", { "ground.search": "xylophone" }),
  "a row not chosen": async (world) => (await (await atGround(world)).press("Continue", { "ground.search": "castle" })).press("Continue"),
  "rows chosen in a group": atSchools,
  "rows found in a group": async (world) =>
    (await atSchools(world)).press("Search : the school : Preference 1", { "schools.0.school.search": "mill" }),
  "question that is filled in": filledIn,
  "answers of a section": async (world) => (await siteDone(world)).get(`${PETROL}/journey/tasks/the-site`),
  sent: ({ sent }) => sent(),
  feedback: async ({ sent }) => (await sent()).get(`${POTHOLE}/journey/feedback`),
  "feedback with errors": async ({ sent }) =>
    (await (await sent()).get(`${POTHOLE}/journey/feedback`)).press("Send feedback", { comment: "x".repeat(1201) }),
  "feedback thanked for": async ({ sent }) =>
    (await (await sent()).get(`${POTHOLE}/journey/feedback`)).press("Send feedback", { score: "5", comment: "Quick" }),
  "save and come back": async (world) => (await begun(world)).get(`${POTHOLE}/journey/save`),
  "save and come back with errors": (world) => saved(world, "sam at example"),
  "a number to give us": async (world) => (await (await begun(world)).get(`${POTHOLE}/journey/save`)).press("Get a number to give us"),
  "link sent": (world) => saved(world, "sam@example.test"),
  "come back by a link": resumed,
  "link used": async (world) => {
    const client = await resumed(world);
    const link = client.path;
    return (await client.press("Continue")).get(link);
  },
  "find a case": ({ visitor }) => visitor().get("/cases"),
  "find a case with errors": async ({ visitor }) => (await visitor().get("/cases")).press("Continue"),
  "find a case that is not there": async ({ visitor }) =>
    (await visitor().get("/cases")).press("Continue", { reference: "AAA-AAA-AAA", proof: "x" }),
  "case in time": ({ at, open }) => at(open),
  "case that is late, with messages and files": ({ at, late }) => at(late),
  "case that is closed": ({ at, closed }) => at(closed),
  "case whose clock is stopped": ({ at, stopped }) => at(stopped),
  "case that is due later than was promised": ({ at, moved }) => at(moved),
  "case that will be late": ({ at, slipped }) => at(slipped),
  "case with errors": async ({ at, open }) => (await at(open)).press("Send"),
  "case with a message added": async ({ at, open }) => (await at(open)).press("Send", { text: "It is deeper now." }),
  "performance of all services": ({ visitor }) => visitor().get("/performance"),
  "performance of one service": ({ visitor }) => visitor().get("/performance/report-a-pothole"),
  accessibility: ({ visitor }) => visitor().get("/accessibility"),
  privacy: ({ visitor }) => visitor().get("/privacy"),
  contact: ({ visitor }) => visitor().get("/contact"),
  "errors of the API": ({ visitor }) => visitor().get("/docs/errors"),
  mailbox: ({ visitor }) => visitor().get("/demo/mailbox"),
  "an email": newestMail,
  "page not found": ({ visitor }) => visitor().get("/nowhere"),
  "form not ours": async ({ visitor }) => (await visitor().get("/cases")).press("Continue", { key: "forged" }),
  "too many tries": refused,
  "database gone": broken,
  "front page in Welsh": (world) => inWelsh(world, "/"),
  "start page in Welsh": (world) => inWelsh(world, POTHOLE),
  "question with errors in Welsh": wrongInWelsh,
  "find a case in Welsh": (world) => inWelsh(world, "/cases"),
  "privacy in Welsh": (world) => inWelsh(world, "/privacy"),
  "page not found in Welsh": (world) => inWelsh(world, "/nowhere"),
  ...CONFIRM_PAGES,
  ...ASKED_PAGES,
  ...ACTION_PAGES,
};
