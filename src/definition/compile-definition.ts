import type { CouncilNames, Outline } from "./outline.ts";
import { calendarOf } from "../rules/working-days.ts";
import { findingsOf, lookThrough } from "./checks/run-checks.ts";
import { readOutline } from "./read-outline.ts";
import type { Fragments } from "./read-fragment.ts";
import type { RegisterFiles } from "./register-file.ts";
import { serviceOf } from "./service-of.ts";
import type { Compilation } from "./service.ts";
import { checkStructure } from "./structure.ts";
import type { Note, SourceFile } from "./yaml/node.ts";
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
  if (parsed.root !== undefined) checkStructure(parsed.root, "service", notes);
  else if (notes.length === 0) notes.push(nothing(file));
  if (parsed.root?.kind !== "map") return { ok: false, findings: findingsOf(notes) };
  return judged(readOutline(parsed.root, fragments, notes, council, calendarOf(bankHolidays), registers));
}

function judged(outline: Outline): Compilation {
  const findings = findingsOf([...outline.notes, ...lookThrough(outline)]);
  if (findings.some((finding) => finding.severity === "error")) return { ok: false, findings };
  return { ok: true, service: serviceOf(outline), findings };
}

function nothing(file: SourceFile): Note {
  const at = { file, from: 0, to: 0 };
  return { code: "yaml-syntax", at, message: "The file is empty.", fix: "Start with service: and the service's name." };
}
