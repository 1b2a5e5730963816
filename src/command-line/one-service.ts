import type { Council } from "../councils/council.ts";
import type { DefinitionFile } from "../councils/load-council.ts";
import type { Service } from "../definition/service.ts";
import { findingLines, textsOf } from "./print-finding.ts";
import type { Desk } from "./verb.ts";
import { choose, openWorkspace } from "./workspace.ts";

/** A compiled service, and the council that offers it; a file that no council lists has none. */
export interface Chosen {
  readonly service: Service;
  readonly definition: DefinitionFile;
  readonly council?: Council;
}

/** The one service or file that the words name. Complains, and gives undefined, when there is not exactly one or it has errors. */
export async function oneService(desk: Desk, verb: string, words: readonly string[]): Promise<Chosen | undefined> {
  const workspace = await openWorkspace(desk.root);
  const names = [...new Set(workspace.checked.map((one) => one.service))];
  if (words.length !== 1) return refuse(desk, [`Name one service after ${verb}: ${names.join(", ")}`]);
  const choice = await choose(workspace, desk.root, words);
  if (!choice.ok) return refuse(desk, [choice.why]);
  const [one] = choice.checked;
  if (one === undefined) return refuse(desk, [`Name one service after ${verb}: ${names.join(", ")}`]);
  const { compilation, council, definition } = one;
  const texts = textsOf(definition);
  if (!compilation.ok)
    return refuse(
      desk,
      compilation.findings.flatMap((finding) => findingLines(finding, texts.get(finding.file))),
    );
  const chosen = { service: compilation.service, definition };
  return council === undefined ? chosen : { ...chosen, council };
}

function refuse(desk: Desk, lines: readonly string[]): undefined {
  for (const line of lines) desk.complain(line);
  return undefined;
}
