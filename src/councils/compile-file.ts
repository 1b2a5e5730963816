import { compileDefinition } from "../definition/compile-definition.ts";
import type { Compilation } from "../definition/service.ts";
import type { Council } from "./council.ts";
import type { DefinitionFile } from "./load-council.ts";

/** Compiles a definition as it lies in a folder. With the council, its teams and roles are checked too. */
export function compileFile({ file, fragments, registers }: DefinitionFile, council?: Council): Compilation {
  if (council === undefined) return compileDefinition(file, fragments, undefined, registers);
  return compileDefinition(file, fragments, { teams: [...council.teams.keys()], roles: [...council.roles.keys()] }, registers);
}
