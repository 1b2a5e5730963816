import { compileDefinition } from "../definition/compile-definition.ts";
import type { Compilation } from "../definition/service.ts";
import { BANK_HOLIDAYS } from "./bank-holidays.ts";
import { daysOff } from "./council-calendar.ts";
import type { Council } from "./council.ts";
import type { DefinitionFile } from "./load-council.ts";

/**
 * Compiles a definition as it lies in a folder. With the council, its teams and roles are checked too. Its rules count working days by
 * the bank holidays of the nation: the council's, or else the one that is given.
 */
export function compileFile(
  { file, fragments, registers }: DefinitionFile,
  council?: Council,
  off: readonly string[] = BANK_HOLIDAYS.england,
): Compilation {
  if (council === undefined) return compileDefinition(file, fragments, undefined, off, registers);
  const { teams, roles } = council;
  const workers = [...roles.values()]
    .filter(({ permissions }) => permissions.includes("cases.work") || permissions.includes("cases.partner"))
    .map(({ id }) => id);
  const names = { teams: [...teams.keys()], roles: [...roles.keys()], workers, languages: council.languages };
  return compileDefinition(file, fragments, names, daysOff(council), registers);
}
