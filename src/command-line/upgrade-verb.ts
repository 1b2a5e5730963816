import { writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { compileFile } from "../councils/compile-file.ts";
import { completed, fragmentsOf, withRegisters } from "../councils/load-council.ts";
import { newestOnShelf, onShelf, source } from "../councils/shelf.ts";
import { diffServices } from "../definition/diff/diff-services.ts";
import { baseIn, shelfNumber } from "../definition/overlay/base.ts";
import type { Base } from "../definition/overlay/base.ts";
import { rewrite } from "../definition/overlay/rewrite.ts";
import { compareThree } from "../definition/overlay/upgrade.ts";
import type { Upgrade } from "../definition/overlay/upgrade.ts";
import type { Compilation } from "../definition/service.ts";
import type { MapNode, SourceFile } from "../definition/yaml/node.ts";
import { parseYaml } from "../definition/yaml/parse-yaml.ts";
import type { ExitCode } from "./operator.ts";
import { diffLines } from "./print-diff.ts";
import { findingLines } from "./print-finding.ts";
import type { UpgradeWish } from "./upgrade-wish.ts";
import { readUpgradeWish } from "./upgrade-wish.ts";
import type { Desk, Verb } from "./verb.ts";

/** `upgrade`: brings an overlay to a newer version of what it lies over. */
export const UPGRADE: Verb = {
  about:
    "Bring an overlay to the newest version of the shelf's service, or to the one that --to names. What both have changed is said with both sides, and nothing is written until it is decided.",
  use: ["upgrade councils/COUNCIL/services/SERVICE.yaml [--to 3] [--ours PATH] [--shelf PATH] [--try]"],
  run: upgrade,
};

interface Sides {
  readonly file: SourceFile;
  readonly base: Base;
  readonly before: SourceFile;
  readonly after: SourceFile;
  readonly to: number;
}

async function upgrade(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const wish = readUpgradeWish(words);
  if (typeof wish === "string") return refuse(desk, wish);
  const sides = await readSides(desk, wish);
  if (typeof sides === "string") return refuse(desk, sides);
  const { file, base, before, after, to } = sides;
  if (to === base.version) return said(desk, `${file.name} lies over ${base.name} already.`);
  const [overlay, was, is] = [file, before, after].map(rootOf);
  if (overlay === undefined || was === undefined || is === undefined)
    return refuse(desk, "One of the three files cannot be read. Run check on each.");
  desk.say(`${file.name} lies over ${base.name}, and goes to version ${to}.`);
  const found = compareThree(overlay, was, is);
  const open = found.conflicts.filter(({ path }) => !wish.ours.includes(path) && !wish.shelf.includes(path) && wish.ours !== "all");
  const wrong = [...wish.shelf, ...(wish.ours === "all" ? [] : wish.ours)].find((path) =>
    found.conflicts.every((one) => one.path !== path),
  );
  if (wrong !== undefined) return refuse(desk, `${wrong} is not a place that both have changed.`);
  for (const line of foundLines(found, open.length > 0)) desk.say(line);
  if (open.length > 0) return refuse(desk, `${open.length} to decide: ${open.map(({ path }) => path).join(", ")}. Nothing is written.`);
  return write(desk, wish, sides, [...found.needless, ...wish.shelf]);
}

function rootOf(file: SourceFile): MapNode | undefined {
  const { root } = parseYaml(file);
  return root?.kind === "map" ? root : undefined;
}

async function readSides({ root }: Desk, { path, to }: UpgradeWish): Promise<Sides | string> {
  const shelf = join(root, "services");
  const file = await source(resolve(root, path), root);
  if (file === undefined) return `There is no file ${path}.`;
  const base = baseIn(file.text);
  if (base === undefined) return `${path} is no overlay: it has no extends that names a version of the shelf.`;
  const newest = await newestOnShelf(shelf, base.service);
  if (newest === undefined) return `The shelf has no ${base.service} any more. Take its text into ${path}, without extends.`;
  const number = to ?? shelfNumber(newest.text);
  const [before, after] = await Promise.all([base.version, number].map((version) => onShelf(shelf, { ...base, version })));
  if (before === undefined || after === undefined)
    return `The shelf has no version ${before === undefined ? base.version : number} of ${base.service}.`;
  return { file, base, before, after, to: number };
}

function foundLines({ conflicts, needless }: Upgrade, undecided: boolean): readonly string[] {
  const both = conflicts.map(({ path, words }) => `- ${path}: ${words}`);
  const how = "For each, --ours PATH keeps yours and --shelf PATH takes the shelf's; --ours all keeps all of yours.";
  return [
    ...(both.length === 0 ? [] : ["", "Changed by the shelf and by you", ...both, ...(undecided ? [how] : [])]),
    ...(needless.length === 0 ? [] : ["", "The shelf says this itself now, so it goes from yours", ...needless.map((path) => `- ${path}`)]),
  ];
}

async function write(desk: Desk, wish: UpgradeWish, { file, base, to }: Sides, paths: readonly string[]): Promise<ExitCode> {
  const rewritten = rewrite(file.text, `shelf/${base.service}@${to}`, paths);
  if (!rewritten.ok) return refuse(desk, `Take ${rewritten.path} out of ${file.name} by hand, then run upgrade again. Nothing is written.`);
  const before = await compiled(desk, file);
  const after = await compiled(desk, { ...file, text: rewritten.text });
  if (!after.ok) {
    for (const finding of after.findings) for (const line of findingLines(finding, undefined)) desk.complain(line);
    return refuse(desk, "What the two come to has mistakes. Nothing is written.");
  }
  if (before.ok) for (const line of ["", ...diffLines(diffServices(before.service, after.service))]) desk.say(line);
  if (wish.onlyTry) return said(desk, "\nNothing is written, since --try was said.");
  await writeFile(resolve(desk.root, wish.path), rewritten.text);
  return said(desk, `\nWrote ${file.name}. Look at it with diff, and publish it when it is right.`);
}

async function compiled({ root }: Desk, file: SourceFile): Promise<Compilation> {
  const shelf = join(root, "services");
  const own = join(root, file.name, "..", "shared");
  const fragments = await fragmentsOf([join(shelf, "shared"), own], root);
  const found = await completed(basename(file.name, ".yaml"), file, fragments, shelf);
  const registers = [join(shelf, "registers"), join(root, file.name, "..", "..", "registers")];
  const [definition] = await withRegisters([found], registers, root);
  return definition === undefined ? { ok: false, findings: [] } : compileFile(definition);
}

function said(desk: Desk, line: string): ExitCode {
  desk.say(line);
  return 0;
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}
