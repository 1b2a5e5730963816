import type { Finding } from "../definition/service.ts";
import { CodedError } from "../platform/coded-error.ts";
import { councilState } from "./council-state.ts";
import type { CouncilState, Reading, StateTools } from "./council-state.ts";
import type { Council } from "./council.ts";
import { councilFolders, loadCouncilFolder } from "./load-council.ts";
import type { CouncilFolder } from "./load-council.ts";

/** Every council of the installation as it is served, and what is wrong with those that are not. */
export interface Everything {
  readonly states: ReadonlyMap<string, CouncilState>;
  readonly broken: readonly Finding[];
}

export interface Folders {
  readonly folder: string;
  readonly shelf: string;
}

/** How the folders are read. `publish` says for a council whether text that is new is published at once. */
export type Way = Pick<Reading, "versionOf" | "know"> & { readonly publish: (council: Council) => boolean };

/** Reads all folders. A council whose council.yaml has errors stays as it was `before`, and is left out where it was not there. */
export async function loadCouncils(tools: StateTools & Folders, way: Way, before?: Everything): Promise<Everything> {
  const states = new Map<string, CouncilState>();
  const broken: Finding[] = [];
  for (const path of await councilFolders(tools.folder)) {
    const folder = await loadCouncilFolder(path, tools.shelf);
    const former = before?.states.get(folder.id);
    if (isServed(folder)) states.set(folder.id, await councilState(tools, { ...way, folder, publish: way.publish(folder.council) }));
    else {
      // While someone is typing in council.yaml, the council stays as it was.
      if (former !== undefined) states.set(folder.id, former);
      broken.push(...folder.findings);
      for (const { code, file, line, column } of folder.findings) {
        tools.log.error("council folder has an error", { council: folder.id, code, id: `${file}:${line}:${column}` });
      }
    }
  }
  return { states, broken: [...broken, ...hostClashes([...states.values()].map(({ council }) => council))] };
}

/** Hosts that two councils name; the first of them answers there. */
function hostClashes(councils: readonly Council[]): readonly Finding[] {
  const owners = new Map<string, string>();
  return councils.flatMap(({ id, hosts }) =>
    hosts.flatMap((host): readonly Finding[] => {
      const owner = owners.get(host);
      owners.set(host, owner ?? id);
      if (owner === undefined || owner === id) return [];
      const message = `The host ${host} is named by ${owner} too.`;
      const at = { file: `councils/${id}/council.yaml`, line: 1, column: 1, length: 1 };
      return [{ code: "council-host", severity: "warning", message, fix: "Take it out of one of them.", ...at }];
    }),
  );
}

function isServed(folder: CouncilFolder): folder is CouncilFolder & { council: Council } {
  return folder.council !== undefined;
}

/** Throws `CodedError` "council-missing" when there is no council, "council-broken" when none can be served. */
export function refuseNone({ states, broken }: Everything, { folder }: Folders): void {
  if (states.size > 0) return;
  if (broken.length === 0) throw new CodedError("council-missing", `There is no council in ${folder}. Add a folder with a council.yaml`);
  const lines = broken.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  throw new CodedError("council-broken", `No council can be served:\n${lines.join("\n")}`);
}
