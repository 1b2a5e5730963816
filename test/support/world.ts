import { randomUUID } from "node:crypto";

import type { Case } from "../../src/cases/case.ts";
import type { Command } from "../../src/cases/decide.ts";
import { readReference } from "../../src/cases/reference.ts";
import type { PublishedService } from "../../src/definition/service.ts";
import type { CoveringJourney } from "../../src/journey/cover.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { dayOf } from "../../src/platform/clock.ts";
import type { TestApp } from "./app.ts";
import { testApp } from "./app.ts";
import { PICTURE, walkWeb } from "./covering.ts";
import type { WebClient } from "./web-client.ts";
import { webClient } from "./web-client.ts";

/** A borough in which there is something to see: cases in time, late and closed, with messages and files. */
export interface World {
  readonly app: TestApp;
  /** A pothole, reported just now. */
  readonly open: Case;
  /** A pothole that should have been mended long ago, with messages both ways and a photo. */
  readonly late: Case;
  /** A dragon's licence, granted. */
  readonly closed: Case;
  /** Somebody who moves and was asked for more, so that the clock is stopped. */
  readonly stopped: Case;
  /** Somebody who moves and answered, so that it is due later than was promised. */
  readonly moved: Case;
  /** Somebody who moves, and was told when to expect what will be late. */
  readonly slipped: Case;
  visitor(): WebClient;
  service(id: string): PublishedService;
  /** Journeys of a service that end in a case, the longest first. */
  journeys(id: string): readonly CoveringJourney[];
  /** A visitor who has just sent a pothole. */
  sent(): Promise<WebClient>;
  /** A visitor who looks at a case. */
  at(item: Case): Promise<WebClient>;
}

const COUNCIL = "eastmere";
const LATE_DAYS = 60;

function journeysOf(service: PublishedService, today: string): readonly CoveringJourney[] {
  const journeys = coveringJourneys(service, today).filter(({ end }) => end.kind === "check");
  return journeys.toSorted((a, b) => JSON.stringify(b.answers).length - JSON.stringify(a.answers).length);
}

/** Wider than any window, with nothing in it to break a line at. */
const LONG_EMAIL = `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.example.org`;

async function caseOf(app: TestApp, client: WebClient): Promise<Case> {
  const reference = readReference(/<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "");
  const item = reference && (await app.context.cases.byReference(COUNCIL, reference));
  if (!item) throw new Error(`There is no reference on ${client.path}`);
  return item;
}

async function officer(app: TestApp, item: Pick<Case, "id">, command: Command): Promise<void> {
  const roles = ["inspector", "licensing-officer", "caseworker"];
  const asking = { council: COUNCIL, caseId: item.id, channel: "desk", officer: null, roles, key: randomUUID() } as const;
  const applied = await app.context.cases.apply(asking, command);
  if (!applied.ok) throw new Error(applied.refusal.message);
}

async function find(client: WebClient, item: Case): Promise<WebClient> {
  await client.get("/cases");
  const { email, postcode } = item.person;
  return client.press("Continue", { reference: item.reference, proof: email ?? postcode ?? "" });
}

/** Opens a borough over a database of its own. Stop its app at the end. */
export async function openWorld(): Promise<World> {
  const app = await testApp();
  try {
    return await fill(app);
  } catch (error) {
    await app.stop();
    throw error;
  }
}

/** Cases in time that are not simply in time. */
async function clocksOf(app: TestApp, move: () => Promise<Case>): Promise<Pick<World, "stopped" | "moved" | "slipped">> {
  const [stopped, moved, slipped] = [await move(), await move(), await move()];
  for (const { id } of [stopped, moved])
    await officer(app, { id }, { kind: "act", action: "ask-more", reason: "When does your tenancy end?", seen: 1 });
  app.clock.pass(4 * 86_400_000);
  await officer(app, moved, { kind: "reply", text: "On the last day of the month.", files: [] });
  const day = dayOf(new Date(app.clock.now().getTime() + 60 * 86_400_000));
  await officer(app, slipped, { kind: "expect", day, text: "The valuation office has not told us the band of the new house." });
  return { stopped, moved, slipped };
}

/** What is filled in and ticked to grant a licence. */
const GRANTED = { recorded: { licence_number: "D-0042" }, confirmed: true } as const;

async function fill(app: TestApp): Promise<World> {
  const service = (id: string): PublishedService => {
    const found = app.context.councils.service(COUNCIL, id);
    if (found === undefined) throw new Error(`${id} is not published`);
    return found;
  };
  const journeys = (id: string) => journeysOf(service(id), dayOf(app.clock.now()));
  const send = (id: string, changed: CoveringJourney["answers"] = {}) => {
    const longest = journeys(id).find(({ answers }) => Object.keys(changed).every((question) => answers[question] !== undefined));
    if (longest === undefined) throw new Error(`No journey of ${id} ends in a case`);
    return walkWeb(webClient(app), service(id), { ...longest, answers: { ...longest.answers, ...changed } });
  };
  const late = await caseOf(app, await send("report-a-pothole"));
  const closed = await caseOf(app, await send("keep-a-dragon"));
  await officer(app, late, {
    kind: "tell",
    text: "Which side of the road is it on?\n\nhttps://example.test/a-long-address/without-any-space/that-could-break-a-line/of-a-narrow-screen",
  });
  const resident = await find(webClient(app), late);
  await resident.press("Send", { text: "The left, by the school gate.", file: await PICTURE });
  await officer(app, closed, { kind: "act", action: "visit", reason: "", seen: closed.eventCount });
  await officer(app, closed, { kind: "act", action: "grant", reason: "The pond is deep enough.", seen: closed.eventCount + 1, ...GRANTED });
  app.clock.pass(LATE_DAYS * 86_400_000);
  const open = await caseOf(app, await send("report-a-pothole"));
  const clocks = await clocksOf(app, async () => caseOf(app, await send("council-tax-move")));
  await app.settle();
  return {
    app,
    open,
    late,
    closed,
    ...clocks,
    visitor: () => webClient(app),
    service,
    journeys,
    sent: () => send("report-a-pothole", { your_email: LONG_EMAIL }),
    at: (item) => find(webClient(app), item),
  };
}
