import { randomUUID } from "node:crypto";

import type { Case } from "../../src/cases/case.ts";
import type { Command } from "../../src/cases/decide.ts";
import { readReference } from "../../src/cases/reference.ts";
import { PICTURE, walkWeb } from "./covering.ts";
import type { WebClient } from "./web-client.ts";
import type { World } from "./world.ts";

type Way = (world: World) => Promise<WebClient>;

interface Asked {
  readonly item: Case;
  /** The address of the link that was emailed. */
  readonly link: string;
}

/** Sends an application for a school place, and asks its person for proof of the address. */
function school(world: World): Promise<Asked> {
  return ask(world, "primary-school-place", { kind: "request", name: "proof-of-address" });
}

/** Reports a pothole, and asks its person for more in an officer's own words: of a service that speaks Welsh. */
function pothole(world: World): Promise<Asked> {
  return ask(
    world,
    "report-a-pothole",
    { kind: "request-own", text: "Which side of the road is it on?", way: "text", days: 5, pauses: null },
    "inspector",
  );
}

/** Sends a journey whose person has an email address, and asks that person for something. */
async function ask(world: World, service: string, command: Command, role = "caseworker"): Promise<Asked> {
  // So that no other email is as new.
  world.app.clock.pass(60_000);
  const email = world.service(service).person.email ?? "";
  const journey = world.journeys(service).find(({ answers }) => typeof answers[email] === "string");
  if (journey === undefined) throw new Error(`No journey of ${service} has an email address`);
  const sent = await walkWeb(world.visitor(), world.service(service), journey);
  const reference = readReference(/<strong>([\w-]{11})<\/strong>/.exec(sent.body)?.[1] ?? "");
  const found = reference && (await world.app.context.cases.byReference("eastmere", reference));
  if (!found) throw new Error("It was not sent");
  const item = await told(world, found, command, role);
  await world.app.settle();
  const client = await world.visitor().get("/demo/mailbox");
  for (const [, mail = ""] of client.body.matchAll(/href="(\/demo\/mailbox\/[^"]+)"/g)) {
    const link = /href="[^"]*(\/asked\/[\w-]{43})/.exec((await client.get(mail)).body)?.[1];
    if (link !== undefined) return { item, link };
  }
  throw new Error("No email has a link to answer by");
}

async function told(world: World, { id }: Case, command: Command, role = "caseworker"): Promise<Case> {
  const asking = { council: "eastmere", caseId: id, channel: "desk", officer: null, roles: [role], key: randomUUID() } as const;
  const applied = await world.app.context.cases.apply(asking, command);
  if (!applied.ok) throw new Error(applied.refusal.message);
  return applied.item;
}

async function asked(world: World): Promise<WebClient> {
  return world.visitor().get((await school(world)).link);
}

async function answered(world: World): Promise<{ readonly item: Case; readonly client: WebClient }> {
  const { item, link } = await school(world);
  const client = await world.visitor().get(link);
  await client.press("Continue", { paper: await PICTURE, kind: "tax", agree: "yes" });
  await client.press("Send your answer");
  return { item: (await world.app.context.cases.byId("eastmere", item.id)) ?? item, client };
}

/** The pages on which people answer what they are asked. */
export const ASKED_PAGES: Readonly<Record<string, Way>> = {
  "asked for something": asked,
  "asked for something with errors": async (world) => (await asked(world)).press("Continue"),
  "asked for something in Welsh": async (world) => world.visitor().get(`${(await pothole(world)).link}?lang=cy`),
  "checking an answer": async (world) => (await asked(world)).press("Continue", { paper: await PICTURE, kind: "tax", agree: "yes" }),
  "what was asked is answered": async (world) => (await answered(world)).client,
  "a link to answer that is over": ({ visitor }) => visitor().get(`/asked/${"x".repeat(43)}`),
  "case whose person is asked": async (world) => world.at((await school(world)).item),
  "case whose person has answered": async (world) => {
    const { item } = await answered(world);
    const request = item.requests?.[0];
    const review = { kind: "review", request: 1, item: "kind", verdict: "accepted", reason: "", until: "2099-01-31" } as const;
    return world.at(await told(world, item, { ...review, answered: request?.answered ?? 0 }));
  },
};
