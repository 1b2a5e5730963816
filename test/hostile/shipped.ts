import { join } from "node:path";
import { openWorkspace } from "../../src/command-line/workspace.ts";
import type { Council } from "../../src/councils/council.ts";
import type { DefinitionFile } from "../../src/councils/load-council.ts";

/** A shipped definition, and the council that takes it. */
export interface Shipped {
  readonly definition: DefinitionFile;
  readonly council: Council | undefined;
}

export async function shipped(): Promise<readonly Shipped[]> {
  const { checked } = await openWorkspace(join(import.meta.dirname, "..", ".."));
  return checked.map(({ definition, council }) => ({ definition, council }));
}
