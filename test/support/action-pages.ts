import { randomUUID } from "node:crypto";

import type { Command } from "../../src/cases/decide.ts";
import { readReference } from "../../src/cases/reference.ts";
import type { Case } from "../../src/cases/case.ts";
import { walkWeb } from "./covering.ts";
import type { WebClient } from "./web-client.ts";
import type { World } from "./world.ts";

type Way = (world: World) => Promise<WebClient>;

/** A pothole that was looked at and closed, so that its person may reopen it. */
async function closed(world: World): Promise<Case> {
  const service = world.service("report-a-pothole");
  const journey = world.journeys(service.id).find(({ answers }) => typeof answers["your_email"] === "string");
  if (journey === undefined) throw new Error("No journey has an email address");
  const sent = await walkWeb(world.visitor(), service, journey);
  const reference = readReference(/<strong>([\w-]{11})<\/strong>/.exec(sent.body)?.[1] ?? "");
  const item = reference && (await world.app.context.cases.byReference("eastmere", reference));
  if (!item) throw new Error("It was not sent");
  return told(world, item, { kind: "act", action: "not-ours", reason: "It is a private road.", seen: item.eventCount });
}

async function told(world: World, { id }: Case, command: Command): Promise<Case> {
  const asking = { council: "eastmere", caseId: id, channel: "desk", officer: null, roles: ["inspector"], key: randomUUID() } as const;
  const applied = await world.app.context.cases.apply(asking, command);
  if (!applied.ok) throw new Error(applied.refusal.message);
  return applied.item;
}

/** The pages on which people see that their closed case can be reopened. */
export const ACTION_PAGES: Readonly<Record<string, Way>> = {
  "case that can be reopened": async (world) => world.at(await closed(world)),
  "case that can be reopened, with errors": async (world) => (await world.at(await closed(world))).press("Reopen this case"),
  "case that can be reopened, in Welsh": async (world) => {
    const client = await world.at(await closed(world));
    return client.get(`${client.path}?lang=cy`);
  },
  "case that is reopened": async (world) =>
    (await world.at(await closed(world))).press("Reopen this case", { reason: "The hole is still there." }),
};
