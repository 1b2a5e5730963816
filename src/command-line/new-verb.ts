import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { councilFolders, loadCouncilFolder } from "../councils/load-council.ts";
import type { CouncilFolder } from "../councils/load-council.ts";
import { LONGEST_NAME, NAME_PATTERNS } from "../definition/key.ts";
import { addToServices } from "./add-to-services.ts";
import { newDefinition } from "./new-definition.ts";
import type { ExitCode } from "./operator.ts";
import type { Desk, Verb } from "./verb.ts";

/** `new`: starts a service from a short definition that passes all checks. */
export const NEW: Verb = {
  about: "Start a service: write a short, valid definition with comments, and put it on the council's list.",
  use: ['new SERVICE [--title "What it is called"] [--council COUNCIL]'],
  run: start,
};

interface Wish {
  readonly service: string;
  readonly title: string;
  readonly council: string | undefined;
}

async function start(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const wish = readWish(words);
  if (typeof wish === "string") return refuse(desk, wish);
  const folder = await chosenFolder(desk.root, wish.council);
  if (typeof folder === "string") return refuse(desk, folder);
  return write(desk, wish, folder);
}

function readWish(words: readonly string[]): Wish | string {
  const options = new Map<string, string>();
  const names: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("--")) names.push(word);
    else if (word === "--title" || word === "--council") options.set(word, words[++at] ?? "");
    else return `new has no option ${word}. It has --title and --council.`;
  }
  const [service] = names;
  if (service === undefined || names.length > 1) return `Name the service after new, for example: new book-a-hall`;
  if (!NAME_PATTERNS.hyphen.test(service) || service.length > LONGEST_NAME)
    return `${service} is not a name for a service. Use lower-case words joined by hyphens, such as book-a-hall.`;
  return { service, title: options.get("--title")?.trim() || titleOf(service), council: options.get("--council") };
}

function titleOf(service: string): string {
  const words = service.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function chosenFolder(root: string, name: string | undefined): Promise<CouncilFolder | string> {
  const folders: CouncilFolder[] = [];
  for (const path of await councilFolders(join(root, "councils"))) folders.push(await loadCouncilFolder(path, join(root, "services")));
  const ids = folders.map((folder) => folder.id).join(", ");
  const found = name === undefined && folders.length === 1 ? folders[0] : folders.find((folder) => folder.id === name);
  if (found === undefined) return `Name a council with --council: ${ids}`;
  return found.council === undefined ? `councils/${found.id}/council.yaml has mistakes. Run check first.` : found;
}

async function write(desk: Desk, wish: Wish, { id, council }: CouncilFolder): Promise<ExitCode> {
  const [team] = council?.teams.keys() ?? [];
  const folder = join("councils", id, "services");
  const path = join(folder, `${wish.service}.yaml`);
  await mkdir(join(desk.root, folder), { recursive: true });
  try {
    // `wx` refuses a file that is there already, also when two people start it at the same moment.
    await writeFile(join(desk.root, path), newDefinition(wish.service, wish.title, team ?? "customer-services"), { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return refuse(desk, `${path} is there already. Choose another name, or edit that file.`);
  }
  const list = join("councils", id, "council.yaml");
  const changed = addToServices(await readFile(join(desk.root, list), "utf8"), wish.service);
  if (changed !== undefined) await writeFile(join(desk.root, list), changed);
  for (const line of nextSteps(path, list, wish.service, changed !== undefined)) desk.say(line);
  return 0;
}

function nextSteps(path: string, list: string, service: string, listed: boolean): readonly string[] {
  return [
    `Wrote ${path}.`,
    listed ? `Added ${service} to the services in ${list}.` : `Add ${service} to the services in ${list} yourself.`,
    "",
    "What to do next:",
    `1. Open ${path} and change the questions and the texts.`,
    `2. Run: npm run guildhall -- check ${service}`,
    `3. Run: npm run dev, and open /services/${service}`,
  ];
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}
