import { readReference } from "../../src/cases/reference.ts";
import type { WebClient } from "./web-client.ts";
import { plainText } from "./web-client.ts";
import { walkWeb } from "./covering.ts";
import type { World } from "./world.ts";

type Way = (world: World) => Promise<WebClient>;

/** Sends a tournament, which its marshals must confirm. Gives its reference and the links that were emailed. */
export async function tournament(world: World): Promise<{ readonly reference: string; readonly links: readonly string[] }> {
  // So that no other email is as new.
  world.app.clock.pass(60_000);
  const journey = world
    .journeys("host-a-tournament")
    .find(({ answers }) => Array.isArray(answers["marshals"]) && answers["marshals"].length > 1);
  if (journey === undefined) throw new Error("No journey has several marshals");
  const sent = await walkWeb(world.visitor(), world.service("host-a-tournament"), journey);
  const reference = readReference(/<strong>([\w-]{11})<\/strong>/.exec(sent.body)?.[1] ?? "");
  if (reference === undefined) throw new Error(`It was not sent: ${plainText(sent.body).slice(0, 200)}`);
  await world.app.settle();
  const client = await world.visitor().get("/demo/mailbox");
  const links: string[] = [];
  for (const [, mail = ""] of client.body.matchAll(/href="(\/demo\/mailbox\/[^"]+)"/g)) {
    const link = /href="[^"]*(\/confirm\/[\w-]{43})/.exec((await client.get(mail)).body)?.[1];
    if (link !== undefined) links.push(link);
  }
  return { reference, links };
}

async function asked(world: World, language = ""): Promise<WebClient> {
  const { links } = await tournament(world);
  return world.visitor().get(`${links[0] ?? ""}${language}`);
}

/** The pages of others who must confirm a case. */
export const CONFIRM_PAGES: Readonly<Record<string, Way>> = {
  "please confirm": asked,
  "please confirm with errors": async (world) => (await asked(world)).press("Send"),
  "please confirm with no reason": async (world) => (await asked(world)).press("Send", { right: "no" }),
  "please confirm in Welsh": (world) => asked(world, "?lang=cy"),
  confirmed: async (world) => (await asked(world)).press("Send", { right: "yes" }),
  "said not to be right": async (world) => (await asked(world)).press("Send", { right: "no", reason: "I cannot come" }),
  "a link to confirm that is over": ({ visitor }) => visitor().get(`/confirm/${"x".repeat(43)}`),
  "case that others must confirm": async (world) => {
    const { reference, links } = await tournament(world);
    await (await world.visitor().get(links[0] ?? "")).press("Send", { right: "yes" });
    const item = await world.app.context.cases.byReference("eastmere", reference);
    if (item === undefined) throw new Error("The case is gone");
    return world.at(item);
  },
};
