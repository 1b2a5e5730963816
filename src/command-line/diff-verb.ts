import type { Service } from "../definition/service.ts";
import { changedMeanings, diffServices } from "../definition/diff/diff-services.ts";
import { readBase } from "../definition/overlay/base.ts";
import { shelfService } from "./base-service.ts";
import { onInstallation } from "./installation.ts";
import { oneService } from "./one-service.ts";
import { chosenCouncil } from "./operator.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";
import { diffLines } from "./print-diff.ts";
import type { Desk, Verb } from "./verb.ts";

const ABOUT = "Say in plain words what changes from one definition to another, and what it means for journeys under way.";
const USE = [
  "diff A B [--json]   A and B: a file, a service as it is now, or a version of the shelf, like shelf/report-a-pothole@1",
  "diff SERVICE@1 SERVICE@2 [--council COUNCIL]   versions that were published",
];
const VERSION = /^([a-z0-9-]+)@([1-9]\d{0,8})$/;

/** `diff`: the database is opened only where a published version is named. */
export const DIFF: Verb = {
  about: ABOUT,
  use: USE,
  async run(desk, words) {
    const wish = readWish(words);
    if (typeof wish === "string") return refuse(desk, wish);
    if (!wish.names.some((name) => VERSION.test(name))) return diff(desk, wish, (name) => lying(desk, name));
    return onInstallation(ABOUT, USE, (tools) => diffVersions({ ...tools, root: desk.root }, wish)).run(desk, words);
  },
};

export interface DiffWish {
  readonly names: readonly [before: string, after: string];
  readonly json: boolean;
  readonly council: string | undefined;
}

function readWish(words: readonly string[]): DiffWish | string {
  const names: string[] = [];
  let json = false;
  let council: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--json") json = true;
    else if (word === "--council") council = words[++at];
    else if (word.startsWith("-")) return `diff has no option ${word}. It has --json and --council.`;
    else names.push(word);
  }
  const [before, after, more] = names;
  if (before === undefined || after === undefined || more !== undefined)
    return "Name two definitions after diff: files, services, or versions such as report-a-pothole@1.";
  return { names: [before, after], json, council };
}

type Find = (name: string) => Promise<Service | undefined>;

async function diff(desk: Desk, wish: DiffWish, find: Find): Promise<ExitCode> {
  const [before, after] = await Promise.all(wish.names.map((name) => find(name)));
  if (before === undefined || after === undefined) return 1;
  const changes = diffServices(before, after);
  if (wish.json) desk.say(JSON.stringify({ changes, changedMeaning: changedMeanings(changes) }, null, 2));
  else for (const line of diffLines(changes)) desk.say(line);
  return 0;
}

/** A file or a service as it lies in the folders, or a version of the shelf. */
async function lying(desk: Desk, name: string): Promise<Service | undefined> {
  const base = readBase(name);
  if (base !== undefined) {
    const found = await shelfService(desk.root, base);
    if (found === undefined) desk.complain(`The shelf has no sound version ${base.version} of ${base.service}.`);
    return found;
  }
  return (await oneService(desk, "diff", [name]))?.service;
}

/** The same, with versions that a council has published. */
export async function diffVersions(tools: OperatorTools & Desk, wish: DiffWish): Promise<ExitCode> {
  const council = chosenCouncil(tools, wish.council);
  if (council === undefined) return 1;
  return diff(tools, wish, async (name) => {
    const [, service, number] = VERSION.exec(name) ?? [];
    if (service === undefined) return lying(tools, name);
    const found = await tools.councils.version(council.id, service, Number(number));
    if (found === undefined) tools.complain(`${council.name} has published no version ${number} of ${service}.`);
    return found;
  });
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}
