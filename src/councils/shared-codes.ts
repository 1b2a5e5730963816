import type { Finding } from "../definition/service.ts";
import type { Node, Note, SourceFile } from "../definition/yaml/node.ts";
import { parseYaml } from "../definition/yaml/parse-yaml.ts";
import { entriesAt } from "../definition/yaml/read.ts";
import type { DefinitionFile } from "./load-council.ts";
import { findingsOf } from "./sheet.ts";

/** A service of a council as it is compiled. */
interface Coded {
  readonly definition: DefinitionFile;
  readonly codes: Readonly<Record<string, string | number>>;
}

/** Codes of national lists that two services of one council have: whoever looks one up is led to one of them by chance. */
export function sharedCodes(services: readonly Coded[]): readonly Finding[] {
  const owners = new Map<string, string>();
  const notes: Note[] = [];
  for (const { definition, codes } of services) {
    for (const [list, code] of Object.entries(codes)) {
      const name = `${list} ${code}`;
      const owner = owners.get(name);
      if (owner !== undefined) notes.push(noteOf(definition.file, list, `${owner} has the code ${name} too.`));
      owners.set(name, owner ?? definition.service);
    }
  }
  return findingsOf(notes).map((finding) => ({ ...finding, severity: "warning" }));
}

function noteOf(file: SourceFile, list: string, message: string): Note {
  const fix = "Give each service its own code, or leave it out where there is none.";
  return { code: "council-code", at: placeOf(file, list), message, fix };
}

/** Where the file says the code; its start where that is said by the service of the shelf it lies over. */
function placeOf(file: SourceFile, list: string): Node {
  const { root } = parseYaml(file);
  const entry = root?.kind === "map" ? entriesAt(root, "codes").get(list) : undefined;
  return entry?.value ?? { kind: "nothing", file, from: 0, to: 0 };
}
