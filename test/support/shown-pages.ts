import { after } from "node:test";

import type { CoveringJourney } from "../../src/journey/cover.ts";
import { walkWeb } from "./covering.ts";
import { PUBLIC_PAGES } from "./page-kinds.ts";
import type { Shown } from "./shown-page.ts";
import { shown } from "./shown-page.ts";
import type { World } from "./world.ts";
import { openWorld } from "./world.ts";

/**
 * Whose screens are looked at one by one. keep-a-dragon and host-a-tournament ask a question of every answer type between them; the other asks
 * alone what they ask only in a group.
 */
const SERVICES: Readonly<Record<string, readonly string[] | "all">> = {
  "keep-a-dragon": "all",
  "host-a-tournament": "all",
  "report-a-pothole": ["danger", "photos"],
};

/** Journeys that together come to every screen of a service, the longest first. */
function journeysOver(world: World, id: string): readonly CoveringJourney[] {
  const chosen: CoveringJourney[] = [];
  const asked = new Set<string>();
  for (const journey of world.journeys(id)) {
    const questions = Object.keys(journey.answers);
    if (!questions.some((question) => !asked.has(question))) continue;
    for (const question of questions) asked.add(question);
    chosen.push(journey);
  }
  return chosen;
}

/**
 * Each screen of a journey as it is first seen, with errors where it lets nobody pass, and with its answers; then the answers to check.
 * Screens whose names are in `known` were looked at before.
 */
async function screensOf(world: World, id: string, journey: CoveringJourney, known: Set<string>): Promise<Shown[]> {
  const pages: Shown[] = [];
  const client = world.visitor();
  const seen = async (screen: string): Promise<void> => {
    if (known.has(screen)) return;
    known.add(screen);
    const { path } = client;
    pages.push(shown(`${id}, ${screen}`, client));
    if ((await client.press("Continue")).status === 422) pages.push(shown(`${id}, ${screen} with errors`, client));
    await client.get(path);
  };
  await walkWeb(client, world.service(id), journey, { seen, send: false });
  const check = shown(`${id}, check`, client);
  const plain = pages.filter(({ status }) => status === 200);
  for (const { path, name } of plain) pages.push(shown(`${name} answered`, await client.get(`${path}?from=check`)));
  return pages.length === 0 ? [] : [...pages, check];
}

async function openAll(world: World): Promise<readonly Shown[]> {
  const pages: Shown[] = [];
  const known = new Set<string>();
  for (const [id, wanted] of Object.entries(SERVICES)) {
    if (wanted !== "all") for (const screen of world.service(id).screens.keys()) if (!wanted.includes(screen)) known.add(screen);
    for (const journey of journeysOver(world, id)) pages.push(...(await screensOf(world, id, journey, known)));
  }
  for (const [name, way] of Object.entries(PUBLIC_PAGES)) pages.push(shown(name, await way(world)));
  return pages;
}

let world: Promise<World> | undefined;
let pages: Promise<readonly Shown[]> | undefined;

/** The one borough of this run's tests of pages. */
export function sharedWorld(): Promise<World> {
  world ??= openWorld();
  return world;
}

/** Every page of the borough, gone to once in a run. */
export function shownPages(): Promise<readonly Shown[]> {
  pages ??= sharedWorld().then(openAll);
  return pages;
}

// At the root, whichever test file loads this module first: it runs once, after every test of the run.
after(async () => {
  await (await world)?.app.stop();
});
