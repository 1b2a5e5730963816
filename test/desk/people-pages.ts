import type { TestApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { submitted } from "./office.ts";
import { BY_LETTER } from "./seeds.ts";

interface World {
  readonly app: TestApp;
  readonly client: WebClient;
}

type Way = (world: World) => Promise<WebClient>;

const at =
  (path: string): Way =>
  ({ client }) =>
    client.get(path);
const from =
  (path: string, button: string, fields: Readonly<Record<string, string>> = {}): Way =>
  async ({ client }) =>
    (await client.get(path)).press(button, fields);

async function begun({ client }: World): Promise<WebClient> {
  return (await client.get("/desk/start")).press("Start", { service: "keep-a-dragon", channel: "phone" });
}

/** The check of who somebody is, for a service that asks for a strong one. */
async function strictCase({ app }: World): Promise<string> {
  const home = { line1: "4 Mill Lane", line2: "", town: "Eastmere", postcode: "EM1 2AB" };
  const moved = { move: "out", account: null, old_home: home, left_on: "2026-02-20", old_tenure: "rented", new_owner: null };
  return `/desk/cases/${await submitted(app, "council-tax-move", { ...moved, ...BY_LETTER })}/identity`;
}

/** The page of a person who has a case. */
async function openedPerson({ client }: World): Promise<WebClient> {
  await client.get("/desk/people");
  await client.press("Find", { person: "Mary O'Neill-Smith" });
  const known = /href="(\/desk\/people\/[0-9a-f-]{36})"/.exec(client.body)?.[1];
  return known === undefined ? client.press("Open Mary O'Neill-Smith") : client.get(known);
}

function wrapUpIn({ body }: WebClient): string {
  return /href="(\/desk\/calls\/[^"]+)"/.exec(body)?.[1] ?? "";
}

/** The pages of people, calls and archives, and how to come there. */
export const PEOPLE_WAYS: Readonly<Record<string, Way>> = {
  "find a person": at("/desk/people"),
  "people found": from("/desk/people", "Find", { person: "byron" }),
  "nobody found": from("/desk/people", "Find", { person: "Nobody at all" }),
  "add a person with errors": from("/desk/people/new", "Add the person", { email: "x" }),
  "who may be here already": from("/desk/people/new", "Add the person", {
    name: "Wilhelmina Featherstonehaugh-Cholmondeley",
    email: "ada@example.com",
  }),
  person: openedPerson,
  "person in a call": async (world) => (await openedPerson(world)).press("Start a call"),
  "wrap up": async (world) => (await openedPerson(world)).get(wrapUpIn(world.client)),
  "wrap up with errors": async (world) =>
    (await openedPerson(world))
      .get(wrapUpIn(world.client))
      .then((client) => client.press("To find out what is happening", { note: "x".repeat(2001) })),
  "person after a call": async (world) =>
    (await openedPerson(world))
      .get(wrapUpIn(world.client))
      .then((client) => client.press("To find out what is happening", { note: "Told them" })),
  "script with a link that cannot be sent": async (world) => (await begun(world)).press("Email them the link", { link_to: "x" }),
  "correct what is held": async (world) => (await openedPerson(world)).get(`${world.client.path}/correct`),
  "correct with errors": async (world) =>
    (await (await openedPerson(world)).get(`${world.client.path}/correct`)).press("See what will change", { email: "x" }),
  "what will change": async (world) =>
    (await (await openedPerson(world)).get(`${world.client.path}/correct`)).press("See what will change", {
      phone: "01632 960 777",
      reason: "They said so",
    }),
  "what is held": async (world) => (await openedPerson(world)).get(`${world.client.path}/archive`),
  archives: async (world) => (await (await openedPerson(world)).get(`${world.client.path}/archive`)).press("Make the archive"),
  "check who they are": async (world) => world.client.get(await strictCase(world)),
  "check who they are, which failed": async (world) =>
    (await world.client.get(await strictCase(world))).press("Finish the check", { name: "Nobody" }),
};
