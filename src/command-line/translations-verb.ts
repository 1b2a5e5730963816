import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { csv } from "../platform/csv.ts";
import type { Comparison, Piece } from "../definition/translation/compare.ts";
import { compareTranslations } from "../definition/translation/compare.ts";
import { type Row, takeIn } from "../definition/translation/take-in.ts";
import { isOverlay, layOver } from "../definition/overlay/lay-over.ts";
import type { MapNode, SourceFile } from "../definition/yaml/node.ts";
import { parseYaml } from "../definition/yaml/parse-yaml.ts";
import { positionsOf } from "../definition/yaml/position.ts";
import type { ExitCode } from "./operator.ts";
import { readCsv } from "./read-csv.ts";
import type { Desk, Verb } from "./verb.ts";
import { choose, openWorkspace } from "./workspace.ts";

/** `translations`: what of a service has no Welsh, or Welsh of English that was changed since; a table for a translator, and back. */
export const TRANSLATIONS: Verb = {
  about: "List texts whose Welsh is missing or stale, write all texts as a table for a translator, and take the table back.",
  use: ["translations SERVICE", "translations SERVICE --csv FILE", "translations SERVICE --take FILE"],
  run: translations,
};

// Welsh of English that was changed stands in the last column, so that a row nobody looked at takes nothing in.
const HEAD = ["place", "english", "welsh", "state", "english before", "welsh before"] as const;

/** The files of a definition, its own first, with the texts of all of them held against their Welsh. */
interface Compared {
  readonly service: string;
  readonly roots: readonly MapNode[];
  readonly comparison: Comparison;
  /** What an overlay lies over: it is the shelf's, and is not written to. */
  readonly base?: SourceFile;
}

async function translations(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const [name = "", option, path] = words;
  const known = option === undefined || option === "--csv" || option === "--take";
  if (name === "" || name.startsWith("-") || !known || words.length > 3)
    return refuse(desk, "Name one service: translations SERVICE, with --csv FILE or --take FILE after it.");
  if (option !== undefined && path === undefined) return refuse(desk, `Name a file after ${option}.`);
  const compared = await compare(desk, name);
  if (compared === undefined) return 1;
  if (option === "--csv" && path !== undefined) return exportTable(desk, compared, path);
  if (option === "--take" && path !== undefined) return takeTable(desk, compared, path);
  return list(desk, compared);
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}

async function compare(desk: Desk, name: string): Promise<Compared | undefined> {
  const choice = await choose(await openWorkspace(desk.root), desk.root, [name]);
  const [one] = choice.ok ? choice.checked : [];
  if (one === undefined) {
    desk.complain(choice.ok ? `There is no service called ${name}.` : choice.why);
    return undefined;
  }
  const { file, definition } = one;
  const [own] = rootOf(file);
  const laid = own !== undefined && isOverlay(own) ? layOver(own, definition.fragments, []) : undefined;
  const root = laid?.ok === true ? laid.root : own;
  if (root === undefined || laid?.ok === false) {
    desk.complain(`${file.name} cannot be read. Run guildhall check ${name}.`);
    return undefined;
  }
  const base = laid && definition.fragments.get(laid.base.name);
  const fragments = [...definition.fragments.values()].filter((each) => each !== base).flatMap((each) => rootOf(each));
  const comparison = compareTranslations(root, fragments);
  // Welsh of the shelf for what an overlay says otherwise is no fault of either.
  const stale = comparison.stale.filter(({ translation }) => translation.english.file !== base);
  return {
    service: one.service,
    roots: [root, ...fragments],
    comparison: { ...comparison, stale },
    ...(base === undefined ? {} : { base }),
  };
}

function rootOf(file: SourceFile): readonly MapNode[] {
  const { root } = parseYaml(file);
  return root?.kind === "map" ? [root] : [];
}

function list(desk: Desk, { service, comparison }: Compared): ExitCode {
  const { pieces, missing, stale } = comparison;
  for (const { node, english } of missing) desk.say(`${placeOf(node.file, node.from)} missing: ${english}`);
  for (const { translation, now } of stale) {
    desk.say(`${placeOf(translation.english.file, translation.english.from)} stale: ${translation.english.value.trim()}`);
    desk.say(`  the Welsh of it: ${translation.welsh.value.trim()}`);
    if (now !== undefined) desk.say(`  the English now: ${now.english}`);
  }
  const done = pieces.filter(({ translation }) => translation !== undefined).length;
  desk.say(`${service}: ${done} texts with Welsh, ${missing.length} without, ${stale.length} stale.`);
  return missing.length + stale.length === 0 ? 0 : 1;
}

function placeOf(file: SourceFile, offset: number): string {
  const { line, column } = positionsOf(file)(offset);
  return `${file.name}:${line}:${column}`;
}

async function exportTable(desk: Desk, { service, comparison }: Compared, path: string): Promise<ExitCode> {
  const wanted = comparison.pieces.filter(({ needed, translation }) => needed || translation !== undefined);
  await writeFile(
    resolve(desk.root, path),
    `\uFEFF${csv(
      HEAD,
      wanted.map((piece) => rowOf(piece, comparison)),
    )}`,
  );
  desk.say(`${path} has the ${wanted.length} texts of ${service}. A translator fills in the column welsh; take it back with --take.`);
  return 0;
}

function rowOf(piece: Piece, { stale }: Comparison): readonly string[] {
  const { english, translation } = piece;
  if (translation !== undefined) return [translation.where?.value ?? "", english, translation.welsh.value.trim(), "done", "", ""];
  const old = stale.find(({ now }) => now === piece)?.translation;
  return old === undefined
    ? ["", english, "", "missing", "", ""]
    : ["", english, "", "english changed", old.english.value.trim(), old.welsh.value.trim()];
}

async function takeTable(desk: Desk, { roots, comparison, base }: Compared, path: string): Promise<ExitCode> {
  const table = await readTable(desk, path);
  if (table === undefined) return 1;
  let changed = 0;
  for (const root of roots) {
    const taken = takeIn(root, comparison, table, root === roots[0] ? base : undefined);
    if (taken.changed > 0) await writeFile(join(desk.root, root.file.name), taken.text);
    changed += taken.changed;
    if (root === roots[0])
      for (const { english } of taken.refused) desk.complain(`Not taken, since the service does not say it any more: ${english}`);
  }
  desk.say(`${changed} ${changed === 1 ? "translation" : "translations"} taken in.`);
  return 0;
}

async function readTable(desk: Desk, path: string): Promise<readonly Row[] | undefined> {
  const text = await readFile(resolve(desk.root, path), "utf8").catch(() => undefined);
  const [head, ...rows] = (text === undefined ? undefined : readCsv(text)) ?? [];
  const at = HEAD.slice(0, 3).map((name) => head?.findIndex((cell) => cell.trim().toLowerCase() === name) ?? -1);
  const [place = -1, english = -1, welsh = -1] = at;
  if (text === undefined || english === -1 || welsh === -1) {
    desk.complain(
      text === undefined ? `There is no file ${path}.` : `${path} is no table with the columns ${HEAD.slice(0, 3).join(", ")}.`,
    );
    return undefined;
  }
  return rows.map((row) => ({ where: row[place]?.trim() ?? "", english: row[english] ?? "", welsh: row[welsh] ?? "" }));
}
