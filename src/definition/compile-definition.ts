import type { CouncilNames, Outline } from "./outline.ts";
import { calendarOf } from "../rules/working-days.ts";
import { findingsOf, lookThrough } from "./checks/run-checks.ts";
import { readOutline, type Sight } from "./read-outline.ts";
import type { Fragments } from "./read-fragment.ts";
import type { RegisterFiles } from "./register-file.ts";
import { serviceOf } from "./service-of.ts";
import type { Compilation } from "./service.ts";
import { checkStructure } from "./structure.ts";
import { isOverlay, layOver } from "./overlay/lay-over.ts";
import { welshOutline } from "./translation/welsh-of.ts";
import type { Node, Note, SourceFile } from "./yaml/node.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/**
 * Reads, checks and compiles one definition. `fragments` are those its flow may name, by name; `council` holds the teams and
 * roles that the definition may use, which go unchecked without it; `bankHolidays` (`YYYY-MM-DD`) are no working days for its rules; `registers` are those that its
 * questions may choose from. Never throws, whatever the text: what is wrong comes back as findings, and with an error among them there is no service.
 */
export function compileDefinition(
  file: SourceFile,
  fragments: Fragments,
  council?: CouncilNames,
  bankHolidays: readonly string[] = [],
  registers?: RegisterFiles,
): Compilation {
  const parsed = parseYaml(file);
  const notes: Note[] = [...parsed.notes];
  const whole = wholeOf(parsed.root, fragments, notes);
  if (whole !== undefined) checkStructure(whole.root, "service", notes);
  else if (notes.length === 0) notes.push(nothing(file));
  if (whole?.root.kind !== "map") return { ok: false, findings: findingsOf(notes) };
  const sight = { council, calendar: calendarOf(bankHolidays), registers };
  return judged({ ...readOutline(whole.root, fragments, notes, sight), ...whole.lies }, fragments, sight);
}

interface Whole {
  readonly root: Node;
  /** What an overlay lies over. */
  readonly lies?: Pick<Outline, "extends" | "base">;
}

/** The tree of the file; an overlay's, laid over its base. Undefined, with a note, where there is none. */
function wholeOf(root: Node | undefined, fragments: Fragments, notes: Note[]): Whole | undefined {
  if (root?.kind !== "map" || !isOverlay(root)) return root && { root };
  const laid = layOver(root, fragments, notes);
  if (!laid.ok) return undefined;
  const base = fragments.get(laid.base.name);
  return { root: laid.root, lies: base === undefined ? {} : { extends: laid.base.name, base } };
}

function judged(outline: Outline, fragments: Fragments, sight: Sight): Compilation {
  const findings = findingsOf([...outline.notes, ...lookThrough(outline)]);
  // Who has a mistake to put right hears of the translation later.
  if (findings.some(({ severity }) => severity === "error"))
    return { ok: false, findings: findings.filter(({ code }) => code !== "translation-none") };
  const welsh = welshOutline(outline, fragments, sight);
  return { ok: true, service: serviceOf(outline, welsh && serviceOf(welsh)), findings };
}

function nothing(file: SourceFile): Note {
  const at = { file, from: 0, to: 0 };
  return { code: "yaml-syntax", at, message: "The file is empty.", fix: "Start with service: and the service's name." };
}
